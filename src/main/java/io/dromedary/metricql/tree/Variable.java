// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/**
 * A dashboard variable that an editor left where a number or a query should be.
 *
 * @param text as written, such as {@code ${factor:raw}}
 */
public record Variable(String text) implements Expression {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.variable(this);
    }
}
