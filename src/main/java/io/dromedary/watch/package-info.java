// SPDX-License-Identifier: Apache-2.0
/**
 * Queries with thresholds that somebody wants watched: what to ask, whether the answer is within bounds, and what to
 * tell when that changes. Knows neither Camel nor where the events go.
 */
@NullMarked
package io.dromedary.watch;

import org.jspecify.annotations.NullMarked;
