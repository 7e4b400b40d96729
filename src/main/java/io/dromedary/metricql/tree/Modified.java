// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Modifiers after something that is no metric query: {@code (a + b).rollup(p95, 1800)}.
 *
 * @param modifiers at least one
 */
public record Modified(Expression body, List<Modifier> modifiers) implements Expression {

    public Modified {
        modifiers = List.copyOf(modifiers);
    }

    /** Returns the expression with the modifiers after those it has. */
    public static Expression of(Expression body, List<Modifier> modifiers) {
        if (modifiers.isEmpty()) {
            return body;
        }
        if (body instanceof MetricQuery query) {
            return query.withModifiers(joined(query.modifiers(), modifiers));
        }
        if (body instanceof Modified inner) {
            return new Modified(inner.body, joined(inner.modifiers, modifiers));
        }
        return new Modified(body, modifiers);
    }

    private static List<Modifier> joined(List<Modifier> first, List<Modifier> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Override
    public List<Expression> children() {
        return List.of(body);
    }

    @Override
    public Expression withChildren(List<Expression> children) {
        return of(children.get(0), modifiers);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.modified(this);
    }
}
