// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/** A constant. A length of time in an argument, such as {@code 5m}, is its seconds. Never NaN or infinite. */
public record NumberValue(double value) implements Expression {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.number(this);
    }
}
