// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

/**
 * What is asked for.
 *
 * @param fromMs inclusive, epoch milliseconds
 * @param toMs exclusive
 * @param intervalMs width of buckets that no rollup decides; 0 lets the sandbox choose
 * @param nowMs nothing is known from here on
 */
public record Window(long fromMs, long toMs, long intervalMs, long nowMs) {

    /** The same with other buckets; 0 leaves it as it is. */
    Window every(long otherMs) {
        return otherMs <= 0 ? this : new Window(fromMs, toMs, otherMs, nowMs);
    }
}
