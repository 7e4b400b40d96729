// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/**
 * How many measurements become one number.
 *
 * @param argument the share, 0 to 1, of {@link Kind#QUANTILE}; the limit of {@link Kind#BELOW}; else meaningless
 */
public record Method(Kind kind, double argument) {

    /** How the values of a bucket, or of a group, become one. */
    public enum Kind {
        AVG,
        SUM,
        MIN,
        MAX,
        COUNT,
        /** The size that a share of the events does not exceed. */
        QUANTILE,
        /** How many events are not larger than a limit; only distributions know. */
        BELOW
    }

    public static final Method AVG = new Method(Kind.AVG, 0);
    public static final Method SUM = new Method(Kind.SUM, 0);
    public static final Method MIN = new Method(Kind.MIN, 0);
    public static final Method MAX = new Method(Kind.MAX, 0);
    public static final Method COUNT = new Method(Kind.COUNT, 0);

    public static Method quantile(double quantile) {
        return new Method(Kind.QUANTILE, quantile);
    }

    public static Method below(double limit) {
        return new Method(Kind.BELOW, limit);
    }
}
