// SPDX-License-Identifier: Apache-2.0
/**
 * What instruments would measure in the shop, as functions of time with known integrals, and how measurements of a
 * window are summed up. Knows the world, but no metric names.
 */
@NullMarked
package io.dromedary.sandbox.signal;

import org.jspecify.annotations.NullMarked;
