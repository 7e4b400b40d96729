// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.language.Function;
import io.dromedary.metricql.language.NearestWord;
import io.dromedary.metricql.language.Parameter;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Missing;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Variable;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks arguments against a signature: how many, of which kind, which word. */
final class ArgumentChecker {

    private static final Pattern SHIFT = Pattern.compile("-\\d{1,3}(d|w|mo)");

    private final Parsed parsed;
    private final List<Problem> problems;

    ArgumentChecker(Parsed parsed, List<Problem> problems) {
        this.parsed = parsed;
        this.problems = problems;
    }

    /**
     * Checks the arguments of a call or modifier; not where the form is wrong already, for what follows from that is no
     * news.
     */
    void check(Function function, List<Argument> arguments, Object node) {
        if (!isMalformed(node)) {
            // a missing argument is missed at the closing parenthesis
            var whole = parsed.spans().whole(node);
            var end = new Span(Math.max(0, whole.to() - 1), whole.to());
            all(function, arguments, parsed.spans().items(node), end);
        }
    }

    /** Returns whether the parser has found something wrong in a call or modifier. */
    boolean isMalformed(Object node) {
        var whole = parsed.spans().whole(node);
        return parsed.problems().stream().anyMatch(one -> one.from() >= whole.from() && one.from() <= whole.to());
    }

    private void all(Function function, List<Argument> arguments, List<Span> places, Span end) {
        var positional = function.positional();
        int count = 0;
        for (int i = 0; i < arguments.size(); i++) {
            var place = i < places.size() ? places.get(i) : end;
            if (arguments.get(i) instanceof Argument.Named named) {
                named(function, named, place);
            } else if (count < positional.size()) {
                one(function, positional.get(count++), arguments.get(i), place);
            } else {
                error(place, function.name() + " takes no more arguments: " + function.signature());
                return;
            }
        }
        if (count < function.required()) {
            var missing = positional.get(count).name();
            error(end, "expected " + missing + " in " + function.name() + ": " + function.signature());
        }
    }

    private void named(Function function, Argument.Named named, Span place) {
        var names = function.parameters().stream().map(Parameter::name).toList();
        int found = names.indexOf(named.name());
        if (found < 0) {
            problems.add(Problem.warning(
                    place,
                    "unknown argument " + named.name() + " of " + function.name()
                            + Suggestion.of(NearestWord.to(named.name(), names))));
        } else if (function.parameters().get(found).kind() == Parameter.Kind.TEXT) {
            one(function, function.parameters().get(found), named.value(), place);
        }
    }

    private void one(Function function, Parameter parameter, Argument argument, Span place) {
        if (argument instanceof Variable || argument instanceof Missing) {
            return;
        }
        switch (parameter.kind()) {
            case QUERY -> query(function, argument, place);
            case NUMBER -> number(function, parameter, argument, place);
            case TEXT, WORD -> word(function, parameter, argument, place);
            case NUMBER_OR_QUERY -> numberOrQuery(function, argument, place);
            case SHIFT -> text(argument, "a shift such as '-1d', '-2w' or '-1mo'", place, SHIFT.asMatchPredicate());
            case ZONE -> text(argument, "a time zone such as 'Europe/Paris'", place, TimeZones::isKnown);
            case WORD_OR_NUMBER, EXAMPLE -> {}
        }
    }

    private void query(Function function, Argument argument, Span place) {
        if (!(argument instanceof Expression) || argument instanceof NumberValue) {
            error(place, "expected a query in " + function.name() + ": " + function.signature());
        }
    }

    private void number(Function function, Parameter parameter, Argument argument, Span place) {
        if (!(argument instanceof NumberValue)) {
            error(place, "expected a number as " + parameter.name() + " of " + function.name());
        }
    }

    private void numberOrQuery(Function function, Argument argument, Span place) {
        if (!(argument instanceof Expression)) {
            error(place, "expected a number or a query in " + function.name() + ": " + function.signature());
        }
    }

    private void word(Function function, Parameter parameter, Argument argument, Span place) {
        if (argument instanceof Expression) {
            error(place, "expected a text as " + parameter.name() + " of " + function.name() + choices(parameter));
            return;
        }
        var text = argument instanceof Argument.Text quoted ? quoted.value() : ((Argument.Word) argument).value();
        if (!parameter.allows(text) && text.indexOf('$') < 0) {
            error(
                    place,
                    "unknown " + parameter.name() + " " + text + " of " + function.name()
                            + Suggestion.of(NearestWord.to(text, parameter.choices())) + choices(parameter));
        }
    }

    private void text(Argument argument, String expected, Span place, Predicate<String> allowed) {
        var text = argument instanceof Argument.Text quoted ? quoted.value() : "";
        if (!allowed.test(text) && text.indexOf('$') < 0) {
            error(place, "expected " + expected + (text.isEmpty() ? "" : ", found " + text));
        }
    }

    private static String choices(Parameter parameter) {
        return parameter.choices().isEmpty() ? "" : " (" + String.join(", ", parameter.choices()) + ")";
    }

    private void error(Span place, String message) {
        problems.add(Problem.error(place, message));
    }
}
