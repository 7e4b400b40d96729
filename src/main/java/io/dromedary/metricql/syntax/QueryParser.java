// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Span;
import io.dromedary.metricql.tree.Aggregator;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.metricql.tree.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code avg:metric{scope} by {keys}}, and {@code count(v: v<=100):metric{scope}}. */
final class QueryParser {

    private final TokenReader reader;
    private final GroupParser groups;
    private final ScopeParser scopes;

    QueryParser(TokenReader reader, GroupParser groups) {
        this.reader = reader;
        this.groups = groups;
        scopes = new ScopeParser(reader);
    }

    Expression read() {
        int from = reader.peek().from();
        var aggregator = aggregator();
        var metric = reader.peek();
        var name = "";
        if (reader.accept(TokenKind.NAME)) {
            name = metric.text();
        } else {
            reader.expected("a metric after " + (aggregator == null ? "" : aggregator.name()) + ":");
        }
        var scope = scope(name);
        var by = groups.read();
        var query = new MetricQuery(aggregator, name, scope, by.keys(), List.of());
        var place = name.isEmpty() ? new Span(metric.from(), metric.from()) : metric.span();
        return reader.spans().mark(query, reader.since(from), place, by.spans());
    }

    private @Nullable Aggregator aggregator() {
        var name = reader.peek();
        if (reader.at(TokenKind.NAME, TokenKind.COLON)) {
            reader.next();
            reader.next();
            return reader.spans().mark(Aggregator.of(name.text()), name.span());
        }
        if (!reader.at(TokenKind.NAME, TokenKind.OPEN)) {
            return null;
        }
        reader.next();
        reader.next();
        var threshold = threshold();
        reader.require(TokenKind.CLOSE, "to close " + name.text() + "(");
        var aggregator = new Aggregator(name.text(), threshold);
        reader.spans().mark(aggregator, reader.since(name.from()), name.span(), List.of());
        reader.require(TokenKind.COLON, "before the metric");
        return aggregator;
    }

    private Aggregator.Threshold threshold() {
        var variable = reader.next().text();
        reader.next();
        var repeated = reader.peek();
        if (!reader.accept(TokenKind.NAME) || !repeated.text().equals(variable)) {
            reader.problem(repeated.span(), "expected " + variable + " again, found " + repeated.shown());
        }
        var comparison = "<=";
        if (reader.at(TokenKind.COMPARISON) || reader.at(TokenKind.EQUALS)) {
            comparison = reader.next().text();
        } else {
            reader.expected("a comparison such as <=");
        }
        double sign = reader.accept(TokenKind.MINUS) ? -1 : 1;
        double limit = 0;
        if (reader.at(TokenKind.NUMBER)) {
            limit = sign * reader.number();
        } else {
            reader.expected("a number to compare with");
        }
        return new Aggregator.Threshold(variable, comparison, limit + 0.0);
    }

    private Scope scope(String metric) {
        var open = reader.peek();
        if (reader.accept(TokenKind.OPEN_BRACE)) {
            return scopes.read();
        }
        if (!metric.isEmpty()) {
            reader.expected("{ after the metric " + metric + ", such as " + metric + "{*}");
        }
        var scope = new Scope(Scope.Style.SYMBOLS, new Condition.Absent());
        return reader.spans().mark(scope, new Span(open.from(), open.from()));
    }
}
