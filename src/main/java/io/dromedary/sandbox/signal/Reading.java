// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import java.util.Arrays;

/** The measurements one source has sent, one every {@link #RAW_SECONDS}. */
public interface Reading {

    /** Seconds from one measurement to the next, as an Agent sends them. */
    int RAW_SECONDS = 10;

    /**
     * What the measurements of a window amount to, from inclusive, to exclusive.
     *
     * @return NaN when there are none
     */
    double over(Method method, long fromMs, long toMs);

    /** What each piece between neighbouring edges amounts to. */
    default double[] over(Method method, long[] edges) {
        var values = new double[edges.length - 1];
        Arrays.setAll(values, i -> over(method, edges[i], edges[i + 1]));
        return values;
    }
}
