// SPDX-License-Identifier: Apache-2.0
/**
 * Datadog's SQL: a query is handed in, asked about until it is done, and becomes a table. Knows nothing of Camel, gRPC
 * or other products.
 */
@NullMarked
package io.dromedary.query.ddsql;

import org.jspecify.annotations.NullMarked;
