// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/** Where an expression should be and is not. Only in the tree of a text with a problem. */
public record Missing() implements Expression {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.missing(this);
    }
}
