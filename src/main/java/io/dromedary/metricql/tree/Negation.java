// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;

/** A minus sign before an expression. Before a number it is part of the number: {@link #of}. */
public record Negation(Expression operand) implements Expression {

    /** Returns the negative of an expression; of a number, the other number. */
    public static Expression of(Expression operand) {
        // 0.0 - x and not -x: there is no negative zero in a text
        return operand instanceof NumberValue number ? new NumberValue(0.0 - number.value()) : new Negation(operand);
    }

    @Override
    public List<Expression> children() {
        return List.of(operand);
    }

    @Override
    public Expression withChildren(List<Expression> children) {
        return of(children.get(0));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.negation(this);
    }
}
