// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain of operations of one precedence, done from left to right: {@code a - b + c}. A chain and not pairs, so that a
 * thousand operands are no thousand levels.
 *
 * <p>A chain of the same precedence in first place is made part of this one: {@code (a + b) - c} equals {@code a + b -
 * c}.
 *
 * @param first the leftmost operand
 * @param rest at least one step; all operators of the same precedence
 */
public record Arithmetic(Expression first, List<Step> rest) implements Expression {

    /** An operator and what stands to its right. */
    public record Step(Operator operator, Expression operand) {}

    public Arithmetic {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("a chain needs an operator");
        }
        var tight = rest.get(0).operator().bindsTighter();
        if (rest.stream().anyMatch(step -> step.operator().bindsTighter() != tight)) {
            throw new IllegalArgumentException("a chain has operators of one precedence");
        }
        if (first instanceof Arithmetic inner && inner.bindsTighter() == tight) {
            var all = new ArrayList<>(inner.rest);
            all.addAll(rest);
            first = inner.first;
            rest = all;
        }
        rest = List.copyOf(rest);
    }

    /** Returns whether this is a product; else a sum. */
    public boolean bindsTighter() {
        return rest.get(0).operator().bindsTighter();
    }

    @Override
    public List<Expression> children() {
        var children = new ArrayList<Expression>(rest.size() + 1);
        children.add(first);
        rest.forEach(step -> children.add(step.operand()));
        return children;
    }

    @Override
    public Expression withChildren(List<Expression> children) {
        var steps = new ArrayList<Step>(rest.size());
        for (int i = 0; i < rest.size(); i++) {
            steps.add(new Step(rest.get(i).operator(), children.get(i + 1)));
        }
        return new Arithmetic(children.get(0), steps);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.arithmetic(this);
    }
}
