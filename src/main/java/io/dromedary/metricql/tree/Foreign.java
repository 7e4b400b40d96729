// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/**
 * A query that is not written in this language, such as one that counts logs. Formulas take it as they take a metric
 * query; what it asks is known elsewhere by its name.
 */
public record Foreign(String name) implements Expression {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.foreign(this);
    }
}
