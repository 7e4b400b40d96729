// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import static io.dromedary.metricql.syntax.TokenKind.CLOSE;
import static io.dromedary.metricql.syntax.TokenKind.COLON;
import static io.dromedary.metricql.syntax.TokenKind.NAME;
import static io.dromedary.metricql.syntax.TokenKind.OPEN;
import static io.dromedary.metricql.syntax.TokenKind.OPEN_BRACE;

import io.dromedary.metricql.Span;
import io.dromedary.metricql.language.Aggregators;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.FunctionCall;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.metricql.tree.Regroup;
import io.dromedary.metricql.tree.Variable;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what begins with a name: a query, a function, a further layer of aggregation, a reference, a variable. */
final class NameParser {

    /** A reference by {@code $}: as Grafana names queries. Other variables are a dashboard's. */
    private static final Pattern REFERENCE = Pattern.compile("\\$([A-Z][A-Z0-9]*)|\\$\\{([A-Z][A-Z0-9]*)}");

    private final TokenReader reader;
    private final ExpressionParser expressions;
    private final ArgumentParser arguments;
    private final QueryParser queries;
    private final GroupParser groups;
    private final Set<String> known;

    NameParser(TokenReader reader, ExpressionParser expressions, ArgumentParser arguments, Set<String> known) {
        this.known = known;
        this.reader = reader;
        this.expressions = expressions;
        this.arguments = arguments;
        groups = new GroupParser(reader);
        queries = new QueryParser(reader, groups);
    }

    /** Returns whether a text is read as a reference. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    Expression read() {
        if (isThreshold() || reader.at(NAME, COLON) || reader.at(NAME, OPEN_BRACE)) {
            return queries.read();
        }
        if (reader.at(NAME, OPEN, NAME, CLOSE, COLON)) {
            return monitor();
        }
        if (reader.at(NAME, OPEN)) {
            return Aggregators.isLayer(reader.peek().text()) ? regroup() : call();
        }
        if (known.contains(reader.peek().text())) {
            var name = reader.next();
            return reader.spans().mark(new Variable(name.text()), name.span());
        }
        var text = reader.peek().text();
        return text.startsWith("$") || text.startsWith("[[") ? variable() : queries.read();
    }

    /** Tells {@code count(v: v<=5):m{*}} from {@code count(avg:m{*})}. */
    private boolean isThreshold() {
        if (!reader.at(NAME, OPEN, NAME, COLON)) {
            return false;
        }
        var comparison = reader.peek(5).kind();
        boolean compares = comparison == TokenKind.COMPARISON || comparison == TokenKind.EQUALS;
        return compares
                || (reader.peek().text().equals("count")
                        && !Aggregators.isKnown(reader.peek(2).text()));
    }

    /** Goes past {@code avg(last_5m):}, which is how a monitor's query begins. */
    private Expression monitor() {
        var first = reader.next();
        for (int i = 0; i < 4; i++) {
            reader.next();
        }
        reader.problem(reader.since(first.from()), "a time window belongs to a monitor: expected a query without it");
        return expressions.expression();
    }

    private Expression call() {
        var name = reader.next();
        reader.next();
        var list = arguments.ofFunction(name.text());
        var call = new FunctionCall(name.text(), list.arguments());
        return reader.spans().mark(call, reader.since(name.from()), name.span(), list.spans());
    }

    private Expression regroup() {
        var name = reader.next();
        reader.next();
        var body = expressions.expression();
        if (reader.at(TokenKind.COMMA)) {
            return comparison(name, body);
        }
        reader.require(CLOSE, "to close the parenthesis");
        var by = groups.read();
        var regroup = new Regroup(name.text(), body, by.keys());
        return reader.spans().mark(regroup, reader.since(name.from()), name.span(), by.spans());
    }

    /** Reads the rest of {@code max(a, b)}, a function of the same name. */
    private Expression comparison(Token name, Expression first) {
        var operands = new ArrayList<Argument>();
        var spans = new ArrayList<Span>();
        operands.add(first);
        spans.add(reader.spans().whole(first));
        while (reader.accept(TokenKind.COMMA)) {
            var operand = expressions.expression();
            operands.add(operand);
            spans.add(reader.spans().whole(operand));
        }
        reader.require(CLOSE, "to close the parenthesis");
        var call = new FunctionCall(name.text(), operands);
        return reader.spans().mark(call, reader.since(name.from()), name.span(), spans);
    }

    private Expression variable() {
        var token = reader.peek();
        var reference = REFERENCE.matcher(token.text());
        if (reference.matches()) {
            reader.next();
            var refId = reference.group(1) == null ? reference.group(2) : reference.group(1);
            return reader.spans().mark(new Reference(refId), token.span());
        }
        boolean whole = VariableText.end(token.text(), 0) == token.text().length();
        if (!whole) {
            return queries.read();
        }
        reader.next();
        return reader.spans().mark(new Variable(token.text()), token.span());
    }
}
