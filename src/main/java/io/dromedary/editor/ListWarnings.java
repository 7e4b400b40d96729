// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Gathering;
import io.dromedary.autocomplete.Listing;
import io.dromedary.autocomplete.Lookups;
import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;
import io.dromedary.metricql.language.NearestWord;
import io.dromedary.metricql.syntax.Spans;
import io.dromedary.metricql.tree.Condition;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Warns of metrics and tags that Datadog has not seen lately. Says nothing where a list is missing or cut, and nothing
 * about names with variables or wildcards. Confined to one validation.
 */
final class ListWarnings {

    private final Validation validation;
    private final Gathering gathering;
    private final Lookups lookups;
    private final Spans spans;
    private final List<Problem> problems = new ArrayList<>();

    ListWarnings(Validation validation, Gathering gathering, Lookups lookups) {
        this.validation = validation;
        this.gathering = gathering;
        this.lookups = lookups;
        spans = validation.parsed().spans();
    }

    List<Problem> all() {
        validation.queries().forEach(this::query);
        return problems;
    }

    private void query(MetricQuery query) {
        var metric = query.metric();
        if (lookups.allTags(validation.instance(), metric).isEmpty()) {
            return;
        }
        var names = gathering
                .listing(lookups.allMetrics(validation.instance()))
                .filter(Listing::complete)
                .map(Listing::names);
        if (names.isPresent() && !names.get().contains(metric)) {
            warn(
                    spans.name(query),
                    "Datadog has not seen a metric " + metric + " lately" + nearest(metric, names.get()));
            return;
        }
        lookups.allTags(validation.instance(), metric)
                .flatMap(gathering::listing)
                .filter(Listing::complete)
                .ifPresent(tags -> tags(query, tags));
    }

    private void tags(MetricQuery query, Listing tags) {
        condition(query.scope().condition(), query.metric(), tags);
        var places = spans.items(query);
        for (int i = 0; i < Math.min(places.size(), query.by().size()); i++) {
            key(query.by().get(i), places.get(i), query.metric(), tags);
        }
    }

    private void condition(Condition condition, String metric, Listing tags) {
        condition.parts().forEach(part -> condition(part, metric, tags));
        if (condition instanceof Condition.Tag tag) {
            var value = tag.value();
            if (key(tag.key(), spans.name(tag), metric, tags) && value != null) {
                value(tag.key(), value, spans.whole(tag), metric, tags);
            }
        } else if (condition instanceof Condition.In in && key(in.key(), spans.name(in), metric, tags)) {
            var places = spans.items(in);
            for (int i = 0; i < Math.min(places.size(), in.values().size()); i++) {
                value(in.key(), in.values().get(i), places.get(i), metric, tags);
            }
        }
    }

    /** Returns whether the key is known, so that its value is worth a look. */
    private boolean key(String key, Span place, String metric, Listing tags) {
        if (!isPlain(key) || has(tags.names(), key)) {
            return isPlain(key);
        }
        warn(place, metric + " has no tag " + key + nearest(key, tags.names()));
        return false;
    }

    private void value(String key, String value, Span place, String metric, Listing tags) {
        var values = tags.values()
                .getOrDefault(key.toLowerCase(Locale.ROOT), tags.values().get(key));
        if (isPlain(value) && values != null && !has(values, value)) {
            warn(place, metric + " has not had " + key + ":" + value + " lately" + nearest(value, values));
        }
    }

    /** Datadog keeps tags in lower case and compares them so. */
    private static boolean has(List<String> known, String word) {
        return known.contains(word) || known.stream().anyMatch(word::equalsIgnoreCase);
    }

    private static boolean isPlain(String word) {
        return !word.isEmpty() && word.indexOf('$') < 0 && word.indexOf('*') < 0 && !word.contains("[[");
    }

    /** Only words of about the same length can be near: all others are not worth being compared letter by letter. */
    private static String nearest(String word, Collection<String> known) {
        int most = Math.max(1, word.length() / 3);
        var candidates = known.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= most)
                .toList();
        return NearestWord.to(word, candidates)
                .map(name -> ": did you mean " + name + "?")
                .orElse("");
    }

    private void warn(Span place, String message) {
        problems.add(Problem.warning(place, message));
    }
}
