// SPDX-License-Identifier: Apache-2.0
/** The metrics of the shop, as a table: name, type, unit, who reports it, how it moves. Knows nothing of queries. */
@NullMarked
package io.dromedary.sandbox.catalog;

import org.jspecify.annotations.NullMarked;
