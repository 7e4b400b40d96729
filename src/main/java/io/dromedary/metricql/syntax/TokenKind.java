// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

/** Kinds of tokens; {@link #shown} is how a message names one. */
public enum TokenKind {
    /** Outside braces: a metric, function, aggregator, modifier, or a variable. Dots inside belong to it. */
    NAME("a name"),
    /** {@code #A}; the text has the mark. */
    REFERENCE("a reference"),
    NUMBER("a number"),
    /** Digits with letters after them: {@code 5m}, {@code 12am}. */
    LENGTH("a length of time"),
    /** A text in single or double quotes; the text has them. */
    QUOTED("a text"),
    /** Inside braces: anything up to a space, comma, bracket or brace; quoted parts and variables are kept whole. */
    WORD("a tag"),
    OPEN_BRACE("{"),
    CLOSE_BRACE("}"),
    OPEN("("),
    CLOSE(")"),
    COMMA(","),
    COLON(":"),
    DOT("."),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    /** {@code !} before a tag. */
    BANG("!"),
    EQUALS("="),
    /** {@code <}, {@code <=}, {@code >}, {@code >=}. */
    COMPARISON("a comparison"),
    UNKNOWN("a character"),
    END("the end of the query");

    private final String shown;

    TokenKind(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }
}
