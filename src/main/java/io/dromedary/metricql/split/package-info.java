// SPDX-License-Identifier: Apache-2.0
/** From expressions to Datadog's v2 queries and formulas, and the references between the queries of a panel. */
@NullMarked
package io.dromedary.metricql.split;

import org.jspecify.annotations.NullMarked;
