// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/**
 * What stands in the braces after a metric.
 *
 * @param style how it is written; made to fit the condition, so that equal scopes are equal values
 */
public record Scope(Style style, Condition condition) {

    /** Datadog has two ways to write conditions and refuses a mixture of both. */
    public enum Style {
        /** {@code env:prod,!host:a}. */
        SYMBOLS,
        /** {@code env:prod AND NOT host:a}. */
        WORDS
    }

    /** All of the metric: {@code {*}}. */
    public static final Scope EVERYTHING = new Scope(Style.SYMBOLS, new Condition.Everything());

    public Scope {
        if (condition.needsWords()) {
            style = Style.WORDS;
        } else if (!condition.hasOperator()) {
            style = Style.SYMBOLS;
        }
    }
}
