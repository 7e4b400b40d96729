// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/** Another query of the panel, written {@code $A} or {@code #A}. */
public record Reference(String refId) implements Expression {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.reference(this);
    }
}
