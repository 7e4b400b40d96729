// SPDX-License-Identifier: Apache-2.0
/**
 * Tables of what there is: monitors, SLOs, hosts, incidents and all else that Datadog lists. Each product is a row of a
 * table (see {@link io.dromedary.query.lists.ListProducts}); requests, paging, cells, links and notices are written
 * once. Knows nothing of Camel, gRPC or other products.
 */
@NullMarked
package io.dromedary.query.lists;

import org.jspecify.annotations.NullMarked;
