// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts with variables in them, and what they become. Variables without a value in the map stay. */
public final class Replacement {

    private static final int MOST_COMBINATIONS = 1_000;

    private final Map<String, VariableValue> values;

    public Replacement(Map<String, VariableValue> values) {
        this.values = values;
    }

    /** Returns the value of the variable that is the whole of a text. */
    Optional<VariableValue> whole(String text) {
        if (VariableText.end(text, 0) != text.length() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(values.get(VariableText.all(text).get(0).name()));
    }

    /**
     * Returns all texts that a text becomes: one for each combination of values, {@code *} for everything, none when a
     * variable has no value.
     */
    List<String> all(String text) {
        List<String> texts = List.of("");
        int done = 0;
        for (var found : VariableText.all(text)) {
            var value = values.get(found.name());
            var written = text.substring(found.from(), found.to());
            var choices = value == null ? List.of(written) : value.all() ? List.of("*") : value.values();
            texts = combined(texts, text.substring(done, found.from()), choices, found.name());
            done = found.to();
        }
        var rest = text.substring(done);
        return texts.stream().map(start -> start + rest).distinct().toList();
    }

    private static List<String> combined(List<String> starts, String between, List<String> choices, String name) {
        if ((long) starts.size() * choices.size() > MOST_COMBINATIONS) {
            throw new RefusedException("variable " + name + " has too many values: choose fewer or All");
        }
        var all = new ArrayList<String>();
        for (var start : starts) {
            for (var choice : choices) {
                all.add(start + between + TagValues.checked("variable " + name, choice));
            }
        }
        return all;
    }

    /**
     * Returns what a text becomes where only one value fits.
     *
     * @param place what takes the value, for the message: {@code a metric's name}
     * @throws RefusedException if a variable has several values, none or everything
     */
    public String single(String text, String place) {
        if (VariableText.all(text).isEmpty()) {
            return text;
        }
        var texts = all(text);
        if (texts.size() != 1 || (texts.get(0).indexOf('*') >= 0 && isAll(text))) {
            throw new RefusedException(place + " takes one value of " + text + ": choose one");
        }
        return texts.get(0);
    }

    private boolean isAll(String text) {
        return VariableText.all(text).stream()
                .map(found -> values.get(found.name()))
                .anyMatch(value -> value != null && value.all());
    }

    /**
     * Returns group keys: several values are several keys, none is no key.
     *
     * @throws RefusedException if a variable has everything chosen, or what is no tag key
     */
    public List<String> keys(List<String> keys) {
        return keys.stream()
                .flatMap(key -> VariableText.all(key).isEmpty() ? Stream.of(key) : keys(key).stream())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> keys(String variable) {
        var keys = all(variable);
        if (isAll(variable) || keys.contains("*")) {
            throw new RefusedException("nothing is grouped by everything: choose the keys of " + variable);
        }
        for (var key : keys) {
            // what is left of a variable may hold a colon of its own
            if (key.indexOf(':') >= 0 && VariableText.all(key).isEmpty()) {
                throw new RefusedException("grouping by " + variable + " takes tag keys, not " + key);
            }
        }
        return keys;
    }
}
