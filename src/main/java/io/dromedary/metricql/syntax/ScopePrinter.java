// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Scope.Style;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions in one of the two styles. */
final class ScopePrinter implements Condition.Visitor<String> {

    private final boolean words;

    ScopePrinter(Style style) {
        words = style == Style.WORDS;
    }

    @Override
    public String everything(Condition.Everything everything) {
        return "*";
    }

    @Override
    public String tag(Condition.Tag tag) {
        var key = Quotes.key(tag.key());
        var value = tag.value();
        if (value == null) {
            return key;
        }
        return key + ":" + (value.isEmpty() ? "" : Quotes.value(value));
    }

    @Override
    public String not(Condition.Not not) {
        return (words ? "NOT " : "!") + part(not.operand(), isList(not.operand()));
    }

    @Override
    public String and(Condition.And and) {
        return joined(and.parts(), words ? " AND " : ",", true);
    }

    @Override
    public String or(Condition.Or or) {
        return joined(or.parts(), " OR ", false);
    }

    @Override
    public String in(Condition.In in) {
        var values = in.values().stream().map(Quotes::value).collect(Collectors.joining(","));
        return Quotes.key(in.key()) + (in.negated() ? " NOT IN (" : " IN (") + values + ")";
    }

    @Override
    public String absent(Condition.Absent absent) {
        return "";
    }

    private String joined(List<Condition> parts, String operator, boolean inAnd) {
        return parts.stream()
                .map(part -> part(part, inAnd && part instanceof Condition.Or))
                .collect(Collectors.joining(operator));
    }

    private String part(Condition part, boolean inParentheses) {
        var text = part.accept(this);
        return inParentheses ? "(" + text + ")" : text;
    }

    private static boolean isList(Condition condition) {
        return condition instanceof Condition.And || condition instanceof Condition.Or;
    }
}
