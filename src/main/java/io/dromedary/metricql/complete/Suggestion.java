// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

/**
 * A word of the language that fits a situation.
 *
 * @param kind what it is
 * @param text the word, to show
 * @param insert what to write, with the signs that follow the word: {@code avg:}, {@code top(}
 * @param detail a function's signature, or empty
 * @param description what it does, or empty
 */
public record Suggestion(Situation.Kind kind, String text, String insert, String detail, String description) {}
