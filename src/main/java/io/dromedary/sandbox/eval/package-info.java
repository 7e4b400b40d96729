// SPDX-License-Identifier: Apache-2.0
/** Evaluates the metric query language over a catalog of metrics. Knows nothing of HTTP or JSON. */
@NullMarked
package io.dromedary.sandbox.eval;

import org.jspecify.annotations.NullMarked;
