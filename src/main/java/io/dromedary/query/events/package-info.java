// SPDX-License-Identifier: Apache-2.0
/**
 * Queries of all event-like products: search with paging, aggregates, context and annotations, from the saved query to
 * frames. What differs between products stands in {@link io.dromedary.product.EventProduct}. Knows nothing of Camel,
 * gRPC or metrics.
 */
@NullMarked
package io.dromedary.query.events;

import org.jspecify.annotations.NullMarked;
