// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import io.dromedary.metricql.language.Aggregators;
import io.dromedary.metricql.syntax.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Follows the tokens left of the cursor and knows at its end what is open and what comes next. */
final class Walk {

    /** What comes next. */
    enum Next {
        OPERAND,
        /** After {@code avg:}. */
        METRIC,
        /** After a name that may be anything yet. */
        NAME_END,
        /** After a query: {@code by}, a modifier, an operator. */
        QUERY_END,
        /** After anything else that is complete: a modifier, an operator. */
        OPERAND_END,
        MODIFIER,
        MODIFIER_END,
        GROUP,
        FILTER,
        FILTER_END,
        /** After {@code key:}. */
        VALUE,
        IN_LIST,
        NOTHING
    }

    private final Deque<Opening> openings = new ArrayDeque<>();
    private Next next = Next.OPERAND;
    private String name = "";
    private String metric = "";
    private String key = "";
    private int filterStart;

    Walk() {
        openings.push(new Opening(Opening.Kind.TOP, "", 0));
    }

    Opening opening() {
        return openings.getFirst();
    }

    Next next() {
        return next;
    }

    String metric() {
        return metric;
    }

    String key() {
        return key;
    }

    /** Returns where the filter that is being read began. */
    int filterStart() {
        return filterStart;
    }

    /** Returns the offset after the opening brace of the scope that is open. */
    int scopeStart() {
        return openings.stream()
                .filter(opening -> opening.kind == Opening.Kind.SCOPE)
                .mapToInt(opening -> opening.start)
                .findFirst()
                .orElse(0);
    }

    void go(Token token) {
        if (opening().isBraces()) {
            inBraces(token);
        } else {
            outside(token);
        }
    }

    private void outside(Token token) {
        switch (token.kind()) {
            case NAME -> name(token.text());
            case NUMBER, REFERENCE, QUOTED, LENGTH -> next = Next.OPERAND_END;
            case COLON -> colon();
            case OPEN_BRACE -> openBrace(token);
            case OPEN -> open(token);
            case CLOSE -> close();
            case DOT -> next = Next.MODIFIER;
            case COMMA -> comma();
            case EQUALS -> {
                opening().argument = name;
                next = Next.OPERAND;
            }
            case PLUS, MINUS, TIMES, DIVIDE -> next = Next.OPERAND;
            default -> next = Next.NOTHING;
        }
    }

    private void name(String text) {
        if ((next == Next.QUERY_END || next == Next.OPERAND_END)
                && text.toLowerCase(Locale.ROOT).equals("by")) {
            next = Next.GROUP;
        } else {
            next = next == Next.MODIFIER ? Next.MODIFIER_END : Next.NAME_END;
            name = text;
        }
    }

    private void colon() {
        boolean aggregator =
                Aggregators.isKnown(name) || name.startsWith("$") || !opening().isCall();
        next = aggregator ? Next.METRIC : Next.NOTHING;
    }

    private void openBrace(Token token) {
        if (next == Next.GROUP) {
            openings.push(new Opening(Opening.Kind.GROUP, metric, token.to()));
        } else {
            metric = next == Next.NAME_END ? name : "";
            openings.push(new Opening(Opening.Kind.SCOPE, metric, token.to()));
            expectFilter(token.to());
        }
    }

    private void open(Token token) {
        var kind = switch (next) {
            case NAME_END -> Opening.Kind.FUNCTION;
            case MODIFIER_END -> Opening.Kind.MODIFIER;
            default -> Opening.Kind.PARENTHESIS;
        };
        openings.push(new Opening(kind, kind == Opening.Kind.PARENTHESIS ? "" : name, token.to()));
        next = Next.OPERAND;
    }

    private void close() {
        if (!opening().isParenthesis()) {
            next = Next.NOTHING;
            return;
        }
        var closed = openings.pop();
        name = closed.name;
        boolean layer = closed.kind == Opening.Kind.FUNCTION && Aggregators.isLayer(closed.name);
        next = layer ? Next.QUERY_END : Next.OPERAND_END;
    }

    private void comma() {
        opening().index++;
        opening().argument = "";
        next = Next.OPERAND;
    }

    private void inBraces(Token token) {
        switch (token.kind()) {
            case CLOSE_BRACE -> closeBraces();
            case OPEN_BRACE -> forgottenBrace(token);
            case WORD -> word(token);
            case COMMA -> {
                if (opening().kind != Opening.Kind.IN_LIST) {
                    expectFilter(token.to());
                }
            }
            case BANG -> next = Next.FILTER;
            case OPEN -> {
                boolean list = next == Next.IN_LIST;
                openings.push(
                        new Opening(list ? Opening.Kind.IN_LIST : Opening.Kind.SCOPE_PARENTHESIS, key, token.to()));
                next = list ? Next.VALUE : Next.FILTER;
            }
            case CLOSE -> {
                if (opening().isParenthesis()) {
                    openings.pop();
                }
                next = Next.FILTER_END;
            }
            default -> next = Next.NOTHING;
        }
    }

    private void expectFilter(int at) {
        next = Next.FILTER;
        filterStart = at;
    }

    private void closeBraces() {
        boolean group = false;
        while (opening().isBraces()) {
            group = openings.pop().kind == Opening.Kind.GROUP;
        }
        next = group ? Next.OPERAND_END : Next.QUERY_END;
    }

    /** A brace inside braces: somebody forgot to close the scope before <code>by {</code>. */
    private void forgottenBrace(Token token) {
        while (opening().isBraces()) {
            openings.pop();
        }
        next = key.equals("by") ? Next.GROUP : Next.NAME_END;
        openBrace(token);
    }

    private void word(Token token) {
        var lower = token.text().toLowerCase(Locale.ROOT);
        switch (lower) {
            case "and", "or" -> expectFilter(token.to());
            case "not" -> next = next == Next.FILTER_END ? Next.FILTER_END : Next.FILTER;
            case "in" -> next = Next.IN_LIST;
            default -> tag(token.text());
        }
    }

    private void tag(String text) {
        int colon = text.indexOf(':');
        if (next == Next.VALUE || opening().kind == Opening.Kind.IN_LIST) {
            next = opening().kind == Opening.Kind.IN_LIST ? Next.VALUE : Next.FILTER_END;
            return;
        }
        key = colon < 0 ? text : text.substring(0, colon);
        next = colon >= 0 && colon == text.length() - 1 ? Next.VALUE : Next.FILTER_END;
    }
}
