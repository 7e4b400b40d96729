// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

/** Something open at the cursor: a parenthesis, a call, braces. */
final class Opening {

    /** What is open. */
    enum Kind {
        TOP,
        PARENTHESIS,
        FUNCTION,
        MODIFIER,
        SCOPE,
        SCOPE_PARENTHESIS,
        IN_LIST,
        GROUP
    }

    final Kind kind;

    /** The function's or modifier's name, the metric of braces, the key of a list. */
    final String name;

    /** Offset after the opening sign. */
    final int start;

    /** How many commas went by. */
    int index;

    /** The name before an equals sign, for this argument. */
    String argument = "";

    Opening(Kind kind, String name, int start) {
        this.kind = kind;
        this.name = name;
        this.start = start;
    }

    boolean isParenthesis() {
        return switch (kind) {
            case PARENTHESIS, FUNCTION, MODIFIER, SCOPE_PARENTHESIS, IN_LIST -> true;
            case TOP, SCOPE, GROUP -> false;
        };
    }

    boolean isCall() {
        return kind == Kind.FUNCTION || kind == Kind.MODIFIER;
    }

    boolean isBraces() {
        return switch (kind) {
            case SCOPE, SCOPE_PARENTHESIS, IN_LIST, GROUP -> true;
            case TOP, PARENTHESIS, FUNCTION, MODIFIER -> false;
        };
    }
}
