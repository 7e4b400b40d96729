// SPDX-License-Identifier: Apache-2.0
/**
 * Monitors of the shop: what each watches, in which state it is and was, who silenced it. States come from the metrics
 * and visits themselves. Knows nothing of the Datadog API.
 */
@NullMarked
package io.dromedary.sandbox.monitor;

import org.jspecify.annotations.NullMarked;
