// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

/** What may stand between the parentheses of a function or a modifier. */
public sealed interface Argument permits Expression, Argument.Text, Argument.Word, Argument.Named {

    /** A text in quotes, such as {@code 'mean'}; without its quotes and escapes here. */
    record Text(String value) implements Argument {}

    /** A bare word, such as {@code sum} in {@code .rollup(sum, 60)} or {@code 12am}. */
    record Word(String value) implements Argument {}

    /** An argument with its name, such as {@code interval=60}. The value is never named itself. */
    record Named(String name, Argument value) implements Argument {}
}
