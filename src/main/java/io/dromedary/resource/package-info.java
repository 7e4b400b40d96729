// SPDX-License-Identifier: Apache-2.0
/**
 * What editors ask for beside queries: a request by path, its reply, and the table of what there is. Knows nothing of
 * Grafana's protocol or of Datadog.
 */
@NullMarked
package io.dromedary.resource;

import org.jspecify.annotations.NullMarked;
