// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/** A quantity that has a value at every instant. Pure: equal arguments give equal results. */
public interface Signal {

    double at(long epochMs);

    /** The integral over a window, from inclusive, to exclusive, in value times seconds; adds up over its parts. */
    double integral(long fromMs, long toMs);

    /** The same value for ever. */
    static Signal constant(double value) {
        return new Signal() {
            @Override
            public double at(long epochMs) {
                return value;
            }

            @Override
            public double integral(long fromMs, long toMs) {
                return value * (toMs - fromMs) / 1000;
            }
        };
    }

    /** {@code factor} times this plus {@code other}. */
    default Signal times(double factor, Signal other) {
        var self = this;
        return new Signal() {
            @Override
            public double at(long epochMs) {
                return factor * self.at(epochMs) + other.at(epochMs);
            }

            @Override
            public double integral(long fromMs, long toMs) {
                return factor * self.integral(fromMs, toMs) + other.integral(fromMs, toMs);
            }
        };
    }
}
