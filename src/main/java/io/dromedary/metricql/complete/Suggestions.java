// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import io.dromedary.metricql.complete.Situation.Kind;
import io.dromedary.metricql.language.Aggregators;
import io.dromedary.metricql.language.Function;
import io.dromedary.metricql.language.Functions;
import io.dromedary.metricql.language.Modifiers;
import io.dromedary.metricql.language.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of the language itself that fit a situation. Metrics, tags and references are not among them: those are to
 * be asked for elsewhere. Nothing is left out for the prefix: how to match and rank is the caller's choice.
 */
public final class Suggestions {

    private Suggestions() {}

    /** Returns the words of the language that may stand at a cursor. */
    public static List<Suggestion> of(Situation situation) {
        return Stream.of(Kind.values())
                .filter(situation::is)
                .flatMap(kind -> of(kind, situation))
                .toList();
    }

    private static Stream<Suggestion> of(Kind kind, Situation situation) {
        return switch (kind) {
            case AGGREGATOR ->
                Aggregators.all().entrySet().stream()
                        .map(word -> new Suggestion(kind, word.getKey(), word.getKey() + ":", "", word.getValue()));
            case FUNCTION -> Functions.all().stream().map(function -> call(kind, function, ""));
            case MODIFIER -> modifiers(situation);
            case MODIFIER_ARGUMENT ->
                Modifiers.named(situation.owner()).stream().flatMap(owner -> arguments(owner, situation, false));
            case FUNCTION_ARGUMENT ->
                Functions.named(situation.owner()).stream().flatMap(owner -> arguments(owner, situation, true));
            case BY -> Stream.of(new Suggestion(kind, "by", "by {", "by {tag}", "One series for each value of a tag"));
            case OPERATOR -> words(kind, List.of("+", "-", "*", "/"));
            case SCOPE_OPERATOR -> words(kind, List.of("AND", "OR", "IN", "NOT IN"));
            case METRIC, REFERENCE, TAG_KEY, TAG_VALUE, GROUP_KEY, NOTHING -> Stream.empty();
        };
    }

    private static Stream<Suggestion> modifiers(Situation situation) {
        // after a dot and not with it: nothing but a modifier fits there
        var dot = situation.kinds().size() == 1 ? "" : ".";
        return Modifiers.all().stream().map(modifier -> call(Kind.MODIFIER, modifier, dot));
    }

    private static Suggestion call(Kind kind, Function function, String before) {
        var end = function.parameters().isEmpty() ? "()" : "(";
        return new Suggestion(
                kind, function.name(), before + function.name() + end, function.signature(), function.description());
    }

    /** @param quotes whether texts are written in quotes, as in functions; words of modifiers are bare */
    private static Stream<Suggestion> arguments(Function owner, Situation situation, boolean quotes) {
        var kind = quotes ? Kind.FUNCTION_ARGUMENT : Kind.MODIFIER_ARGUMENT;
        var values = parameter(owner, situation).stream().flatMap(parameter -> {
            var quote = quotes && parameter.isQuoted() ? "'" : "";
            return parameter.choices().stream()
                    .map(choice -> new Suggestion(kind, choice, quote + choice + quote, owner.signature(), ""));
        });
        boolean named = situation.key().isEmpty() && situation.index() >= owner.required();
        return Stream.concat(values, named ? names(owner, kind) : Stream.empty());
    }

    private static Stream<Suggestion> names(Function owner, Kind kind) {
        return owner.parameters().stream()
                .filter(parameter -> parameter.need() == Parameter.Need.BY_NAME)
                .map(parameter ->
                        new Suggestion(kind, parameter.name(), parameter.name() + "=", owner.signature(), ""));
    }

    private static Optional<Parameter> parameter(Function function, Situation situation) {
        if (!situation.key().isEmpty()) {
            return function.parameters().stream()
                    .filter(parameter -> parameter.name().equals(situation.key()))
                    .findFirst();
        }
        var positional = function.positional();
        return situation.index() < positional.size()
                ? Optional.of(positional.get(situation.index()))
                : Optional.empty();
    }

    private static Stream<Suggestion> words(Kind kind, List<String> words) {
        return words.stream().map(word -> new Suggestion(kind, word, word, "", ""));
    }
}
