// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;

import io.dromedary.call.FailedException;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.language.Modifiers;
import io.dromedary.query.SavedQuery.SavedFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a saved query of type {@code metrics} has of its own. What is absent or empty has its default. */
final class MetricsQueryReader {

    /** Longest query text; Datadog's own limit is not documented, real ones stay far below. */
    static final int MAX_TEXT = 65_536;

    private static final int MAX_LIMIT = 10_000;

    /** A bucket of a year is wider than any window that Datadog has data for. */
    private static final long MAX_ROLLUP_SECONDS = 366L * 86_400;

    /** How Grafana passes on that everything is chosen, and how the editor does. */
    private static final List<String> EVERYTHING = List.of("*", "$__all");

    private MetricsQueryReader() {}

    static Query.Metrics read(String refId, Window window, SavedQuery saved) {
        return new Query.Metrics(
                refId,
                Boolean.TRUE.equals(saved.hide()),
                window,
                text(saved.query()),
                orEmpty(saved.legend()),
                reduction(saved),
                rollup(word(saved.rollup())),
                filters(saved.filters()),
                variables(saved.variables()));
    }

    private static String text(@Nullable String query) {
        var text = orEmpty(query).strip();
        if (text.isEmpty()) {
            throw refused("The query is empty; write one like avg:system.cpu.user{*} by {host}");
        }
        if (text.length() > MAX_TEXT) {
            throw refused("The query is longer than " + MAX_TEXT + " characters; shorten it");
        }
        return text;
    }

    private static @Nullable Reduction reduction(SavedQuery saved) {
        var format = word(saved.format());
        return switch (format) {
            case "", "timeseries", "time_series" -> null;
            case "scalar" ->
                new Reduction(aggregator(word(saved.aggregator())), limit(saved.limit()), ascending(saved));
            default -> throw unknown("format", format, List.of("timeseries", "scalar"));
        };
    }

    private static String aggregator(String word) {
        if (!word.isEmpty() && !Reduction.AGGREGATORS.contains(word)) {
            throw unknown("aggregator", word, Reduction.AGGREGATORS);
        }
        return word.isEmpty() ? "avg" : word;
    }

    private static int limit(@Nullable Integer limit) {
        if (limit != null && (limit < 0 || limit > MAX_LIMIT)) {
            throw refused("The limit " + limit + " is out of range; use 0 for all, or 1 to " + MAX_LIMIT);
        }
        return limit == null ? 0 : limit;
    }

    private static boolean ascending(SavedQuery saved) {
        var order = word(saved.order());
        return switch (order) {
            case "", "desc" -> false;
            case "asc" -> true;
            default -> throw unknown("order", order, List.of("asc", "desc"));
        };
    }

    /** Reads {@code auto}, {@code none} or {@code <method>,<seconds>}. */
    private static RollupPolicy rollup(String text) {
        if (text.isEmpty() || text.equals("auto")) {
            return RollupPolicy.AUTO;
        }
        if (text.equals("none")) {
            return RollupPolicy.NONE;
        }
        var parts = text.split(",", -1);
        var seconds = parts.length == 2 ? wholeNumber(parts[1].strip()) : 0;
        if (seconds < 1 || seconds > MAX_ROLLUP_SECONDS) {
            throw refused("Unknown rollup \"" + shown(text) + "\"; use auto, none, or a method and seconds: sum,60");
        }
        var method = parts[0].strip();
        if (!Modifiers.ROLLUP_METHODS.contains(method)) {
            throw unknown("rollup method", method, Modifiers.ROLLUP_METHODS);
        }
        return RollupPolicy.fixed(method, seconds);
    }

    private static long wholeNumber(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static List<Filter> filters(@Nullable List<@Nullable SavedFilter> saved) {
        return saved == null
                ? List.of()
                : saved.stream()
                        .filter(Objects::nonNull)
                        .map(MetricsQueryReader::filter)
                        .toList();
    }

    private static Filter filter(SavedFilter saved) {
        var key = orEmpty(saved.key()).strip();
        if (key.isEmpty()) {
            throw refused("A filter has no key; choose a tag or remove the filter");
        }
        var sign = orEmpty(saved.operator()).strip();
        var operator = Filter.Operator.of(sign.isEmpty() ? "=" : sign)
                .orElseThrow(() -> unknown("operator of the filter on " + shown(key), sign, signs()));
        var values = saved.values() == null || saved.values().isEmpty()
                ? Stream.of(orEmpty(saved.value()))
                : saved.values().stream().map(QueryReader::orEmpty);
        return new Filter(key, operator, values.toList());
    }

    private static List<String> signs() {
        return Arrays.stream(Filter.Operator.values())
                .map(Filter.Operator::sign)
                .toList();
    }

    private static Map<String, VariableValue> variables(@Nullable Map<String, @Nullable List<@Nullable String>> saved) {
        var variables = new HashMap<String, VariableValue>();
        if (saved != null) {
            saved.forEach((name, values) -> variables.put(name, variable(values)));
        }
        return variables;
    }

    private static VariableValue variable(@Nullable List<@Nullable String> values) {
        var filled = values == null
                ? List.<String>of()
                : values.stream()
                        .map(QueryReader::orEmpty)
                        .filter(value -> !value.isBlank())
                        .toList();
        return filled.stream().anyMatch(EVERYTHING::contains)
                ? VariableValue.everything()
                : new VariableValue(filled, false);
    }

    private static String word(@Nullable String text) {
        return orEmpty(text).strip().toLowerCase(Locale.ROOT);
    }

    private static FailedException unknown(String what, String found, List<String> known) {
        return refused("Unknown " + what + " \"" + shown(found) + "\"; use one of: " + String.join(", ", known));
    }

    /** Keeps a message short, whatever was sent. */
    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "\u2026";
    }
}
