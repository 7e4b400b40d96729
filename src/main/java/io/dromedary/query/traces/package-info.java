// SPDX-License-Identifier: Apache-2.0
/**
 * A trace as a waterfall or as the graph of its services, and the map of all services: from the saved query to
 * Datadog's requests, from its replies to frames. Knows nothing of Camel, gRPC or other products.
 */
@NullMarked
package io.dromedary.query.traces;

import org.jspecify.annotations.NullMarked;
