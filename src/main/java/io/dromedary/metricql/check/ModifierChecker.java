// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.check;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.language.Aggregators;
import io.dromedary.metricql.language.Modifiers;
import io.dromedary.metricql.language.NearestWord;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Spans;
import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Modifier;
import io.dromedary.metricql.tree.NumberValue;
import io.dromedary.metricql.tree.Rollup;
import io.dromedary.metricql.tree.Variable;
import java.util.List;
import java.util.stream.IntStream;

/** Checks modifiers; {@code rollup} has rules of its own. */
final class ModifierChecker {

    private final Spans spans;
    private final List<Problem> problems;
    private final ArgumentChecker arguments;

    ModifierChecker(Parsed parsed, List<Problem> problems) {
        this.problems = problems;
        spans = parsed.spans();
        arguments = new ArgumentChecker(parsed, problems);
    }

    void check(Modifier modifier, boolean layered) {
        var name = modifier.name();
        if (name.isEmpty()) {
            return;
        }
        var known = Modifiers.named(name);
        if (known.isEmpty()) {
            error(spans.name(modifier), "unknown modifier " + name + Suggestion.of(Modifiers.nearest(name)));
            return;
        }
        if (arguments.isMalformed(modifier)) {
            return;
        }
        arguments.check(known.get(), modifier.arguments(), modifier);
        if (name.equals(Rollup.NAME)) {
            rollup(modifier, layered);
        } else if (name.equals("fill")) {
            fill(modifier);
        }
    }

    private void rollup(Modifier modifier, boolean layered) {
        for (int i = 0; i < modifier.arguments().size(); i++) {
            var argument = modifier.arguments().get(i);
            var place = i < spans.items(modifier).size() ? spans.items(modifier).get(i) : spans.name(modifier);
            if (argument instanceof NumberValue number) {
                seconds(number.value(), i, place);
            } else if (argument instanceof Expression && !(argument instanceof Variable)) {
                error(place, "expected a method or a number of seconds in rollup");
            } else if (i < 2 && (argument instanceof Argument.Text || argument instanceof Argument.Word)) {
                word(text(argument), i, layered, place);
            }
        }
        zone(modifier);
    }

    private void seconds(double seconds, int index, Span place) {
        if (index < 2 && seconds < 1) {
            error(place, "a rollup takes at least 1 second");
        } else if (index < 2 && seconds != Math.rint(seconds)) {
            error(place, "a rollup takes whole seconds");
        }
    }

    private void word(String word, int index, boolean layered, Span place) {
        boolean method = Modifiers.ROLLUP_METHODS.contains(word) || (layered && Aggregators.isLayer(word));
        boolean calendar = Rollup.CALENDAR.contains(word);
        if (word.indexOf('$') >= 0 || calendar || (index == 0 && method)) {
            return;
        }
        if (index == 0 && Aggregators.isLayer(word)) {
            error(place, "only a second rollup takes " + word + ": the first one takes avg, sum, min, max or count");
            return;
        }
        var choices = index == 0 ? Modifiers.ROLLUP_METHODS : Modifiers.ROLLUP_CALENDAR;
        error(
                place,
                (index == 0 ? "unknown rollup method " : "expected seconds or daily, weekly, monthly, found ")
                        + word
                        + Suggestion.of(NearestWord.to(word, choices))
                        + (index == 0 ? " (" + String.join(", ", choices) + ")" : ""));
    }

    private void zone(Modifier modifier) {
        var zone = Rollup.from(modifier).map(Rollup::zone).orElse(null);
        if (zone != null && !TimeZones.isKnown(zone)) {
            var place = IntStream.range(
                            0,
                            Math.min(
                                    modifier.arguments().size(),
                                    spans.items(modifier).size()))
                    .filter(i -> modifier.arguments().get(i) instanceof Argument.Text text
                            && text.value().equals(zone))
                    .mapToObj(spans.items(modifier)::get)
                    .findFirst();
            error(
                    place.orElse(spans.whole(modifier)),
                    "unknown time zone " + zone + ": expected one such as Europe/Paris");
        }
    }

    private void fill(Modifier modifier) {
        if (modifier.arguments().size() != 2
                || !(modifier.arguments().get(1) instanceof NumberValue limit)
                || spans.items(modifier).size() != 2) {
            return;
        }
        var place = spans.items(modifier).get(1);
        if (limit.value() < 0) {
            error(place, "expected the longest gap to fill in seconds, 1 to 600");
        } else if (limit.value() < 1 || limit.value() > 600) {
            problems.add(Problem.warning(place, "Datadog fills gaps of 1 to 600 seconds"));
        }
    }

    private static String text(Argument argument) {
        return argument instanceof Argument.Text text ? text.value() : ((Argument.Word) argument).value();
    }

    private void error(Span at, String message) {
        problems.add(Problem.error(at, message));
    }
}
