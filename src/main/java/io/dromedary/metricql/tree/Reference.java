// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;

/** Another query of the panel, written {@code $A} or {@code #A}. */
public record Reference(String refId) implements Expression {

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public Expression withChildren(List<Expression> children) {
        return this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.reference(this);
    }
}
