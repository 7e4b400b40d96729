// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Presence;

/**
 * Whole events. The parts of a window add up to the window.
 *
 * @param perSecond their expected rate, never negative
 * @param key decides when a rare event falls
 * @param silent whether it reports nothing, rather than 0, while nothing happens
 */
public record Counter(Signal perSecond, long key, Presence presence, boolean silent) implements Reading {

    @Override
    public double over(Method method, long fromMs, long toMs) {
        var pieces = Pieces.of(presence, fromMs, toMs, this::events);
        if (pieces.seconds() == 0 || (silent && pieces.total() == 0)) {
            return Double.NaN;
        }
        double average = pieces.total() / pieces.seconds() * RAW_SECONDS;
        return switch (method.kind()) {
            case SUM -> pieces.total();
            case AVG, QUANTILE -> average;
            case COUNT -> pieces.seconds() / RAW_SECONDS;
            case MIN -> Samples.extreme(false, average, fromMs, toMs, (at, to) -> sample(at, to, average));
            case MAX -> Samples.extreme(true, average, fromMs, toMs, (at, to) -> sample(at, to, average));
        };
    }

    private double sample(long fromMs, long toMs, double otherwise) {
        return presence.covers(fromMs) ? events(fromMs, toMs) : otherwise;
    }

    /**
     * Counts whole events by the steps of a staircase under the rate's integral. The staircase starts anew in each slot
     * of six hours, as a double could not hold an event of a second and the events of fifty years.
     */
    double events(long fromMs, long toMs) {
        double sum = 0;
        for (long slot = Incidents.slotOf(fromMs); slot <= Incidents.slotOf(toMs - 1); slot++) {
            long start = slot * Incidents.SLOT_MS;
            double luck = Dice.unit(Dice.key(key, slot));
            sum += Math.floor(stairs(start, Math.min(toMs, start + Incidents.SLOT_MS)) + luck)
                    - Math.floor(stairs(start, Math.max(fromMs, start)) + luck);
        }
        return sum;
    }

    private double stairs(long startMs, long toMs) {
        return toMs == startMs ? 0 : perSecond.integral(startMs, toMs);
    }
}
