// SPDX-License-Identifier: Apache-2.0
/**
 * A small SQL over tables in memory: one table, conditions, groups, order, limit. Knows nothing of the shop or the
 * Datadog API.
 */
@NullMarked
package io.dromedary.sandbox.ddsql;

import org.jspecify.annotations.NullMarked;
