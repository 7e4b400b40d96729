// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Presence;
import java.util.Arrays;

/**
 * Whole events. The parts of a window add up to the window.
 *
 * @param perSecond their expected rate, never negative
 * @param key decides when a rare event falls
 * @param silent whether it reports nothing, rather than 0, while nothing happens
 */
public record Counter(Signal perSecond, long key, Presence presence, boolean silent) implements Reading {

    @Override
    public double[] over(Method method, long[] edges) {
        var coverage = Coverage.of(presence, edges, this::events);
        double[] averages = values(coverage, (total, seconds) -> total / seconds * RAW_SECONDS);
        return switch (method.kind()) {
            case SUM -> values(coverage, (total, seconds) -> total);
            case AVG, QUANTILE -> averages;
            case COUNT -> values(coverage, (total, seconds) -> seconds / RAW_SECONDS);
            case BELOW -> values(coverage, (total, seconds) -> Double.NaN);
            case MIN -> Samples.extremes(false, averages, edges, this::sample);
            case MAX -> Samples.extremes(true, averages, edges, this::sample);
        };
    }

    private double[] values(Coverage coverage, Coverage.Value value) {
        return coverage.values((total, seconds) -> silent && total == 0 ? Double.NaN : value.of(total, seconds));
    }

    private double sample(long fromMs, long toMs) {
        return presence.covers(fromMs) ? events(new long[] {fromMs, toMs})[0] : Double.NaN;
    }

    /**
     * Counts whole events by the steps of a staircase under the rate's integral. The staircase starts anew in each slot
     * of six hours, as a double could not hold an event of a second and the events of fifty years.
     */
    private double[] events(long[] edges) {
        var counts = new double[edges.length - 1];
        int first = 0;
        long ending = Incidents.slotOf(edges[counts.length] - 1);
        for (long slot = Incidents.slotOf(edges[0]); slot <= ending; slot++) {
            long start = slot * Incidents.SLOT_MS;
            long end = start + Incidents.SLOT_MS;
            int last = first;
            while (last + 1 < edges.length && edges[last] < end) {
                last++;
            }
            long[] inSlot = Arrays.stream(edges, first, last + 1)
                    .map(edge -> Math.min(Math.max(edge, start), end))
                    .toArray();
            double luck = Dice.unit(Dice.key(key, slot));
            double[] stairs = perSecond.integralsFrom(start, inSlot);
            for (int i = 0; i + 1 < stairs.length; i++) {
                counts[first + i] += Math.floor(stairs[i + 1] + luck) - Math.floor(stairs[i] + luck);
            }
            // a bucket that goes on is counted in the next slot, too
            first = edges[last] > end ? last - 1 : last;
        }
        return counts;
    }
}
