// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/**
 * How many measurements become one number.
 *
 * @param quantile 0 to 1 for {@link Kind#QUANTILE}, else meaningless
 */
public record Method(Kind kind, double quantile) {

    public enum Kind {
        AVG,
        SUM,
        MIN,
        MAX,
        COUNT,
        QUANTILE
    }

    public static final Method AVG = new Method(Kind.AVG, 0);
    public static final Method SUM = new Method(Kind.SUM, 0);
    public static final Method MIN = new Method(Kind.MIN, 0);
    public static final Method MAX = new Method(Kind.MAX, 0);
    public static final Method COUNT = new Method(Kind.COUNT, 0);

    public static Method quantile(double quantile) {
        return new Method(Kind.QUANTILE, quantile);
    }
}
