// SPDX-License-Identifier: Apache-2.0
/**
 * What Datadog knows of a metric beside its values: type, unit, description. Cached for each instance. Knows nothing of
 * queries or of lists.
 */
@NullMarked
package io.dromedary.metadata;

import org.jspecify.annotations.NullMarked;
