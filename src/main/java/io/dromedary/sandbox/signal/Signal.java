// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import java.util.Arrays;

/** A quantity that has a value at every instant. Pure: equal arguments give equal results. */
public interface Signal {

    double at(long epochMs);

    /** The integral over a window, from inclusive, to exclusive, in value times seconds; adds up over its parts. */
    double integral(long fromMs, long toMs);

    /** The integral over each piece between neighbouring edges; may share work that {@link #integral} does twice. */
    default double[] integrals(long[] edges) {
        var integrals = new double[edges.length - 1];
        Arrays.setAll(integrals, i -> integral(edges[i], edges[i + 1]));
        return integrals;
    }

    /** The integral from an origin to each of the edges, none of which is before it. */
    default double[] integralsFrom(long originMs, long[] edges) {
        return Arrays.stream(edges)
                .mapToDouble(edge -> integral(originMs, edge))
                .toArray();
    }

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

            @Override
            public double[] integrals(long[] edges) {
                double[] integrals = self.integrals(edges);
                double[] others = other.integrals(edges);
                Arrays.setAll(integrals, i -> factor * integrals[i] + others[i]);
                return integrals;
            }
        };
    }
}
