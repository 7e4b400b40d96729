// SPDX-License-Identifier: Apache-2.0
/**
 * What Datadog lists: monitors, SLOs, incidents and the like, as its API shows them. Says how things look, page and are
 * searched; what state they are in is decided elsewhere.
 */
@NullMarked
package io.dromedary.sandbox.lists;

import org.jspecify.annotations.NullMarked;
