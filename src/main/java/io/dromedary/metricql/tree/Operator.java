// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/** The four operations between expressions. */
public enum Operator {
    PLUS("+", false),
    MINUS("-", false),
    TIMES("*", true),
    DIVIDE("/", true);

    private final String sign;
    private final boolean bindsTighter;

    Operator(String sign, boolean bindsTighter) {
        this.sign = sign;
        this.bindsTighter = bindsTighter;
    }

    public String sign() {
        return sign;
    }

    /** Returns whether it is done before the other two: {@code *} and {@code /}. */
    public boolean bindsTighter() {
        return bindsTighter;
    }
}
