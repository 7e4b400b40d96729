// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/**
 * A quantity that grows steadily and falls back at once: a heap between collections, a disk between clean-ups.
 *
 * @param phaseMs shifts the moments when it falls
 */
public record Sawtooth(double low, double high, long periodMs, long phaseMs) implements Signal {

    @Override
    public double at(long epochMs) {
        return low + (high - low) * Math.floorMod(epochMs + phaseMs, periodMs) / periodMs;
    }

    @Override
    public double integral(long fromMs, long toMs) {
        return cumulative(toMs) - cumulative(fromMs);
    }

    private double cumulative(long epochMs) {
        long turn = Math.floorDiv(epochMs + phaseMs, periodMs);
        double part = Math.floorMod(epochMs + phaseMs, periodMs) / (double) periodMs;
        double teeth = (turn + part * part) / 2;
        return (low * epochMs + (high - low) * teeth * periodMs) / 1000;
    }
}
