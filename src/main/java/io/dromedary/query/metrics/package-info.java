// SPDX-License-Identifier: Apache-2.0
/**
 * Metric queries: from the saved query to Datadog's v2 timeseries request, from its reply to frames. Knows nothing of
 * Camel, gRPC or other products.
 */
@NullMarked
package io.dromedary.query.metrics;

import org.jspecify.annotations.NullMarked;
