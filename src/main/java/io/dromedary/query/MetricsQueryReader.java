// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.shown;
import static io.dromedary.query.SavedWords.unknown;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dromedary.metricql.language.Modifiers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a saved query of type {@code metrics} has of its own. What is absent or empty has its default. */
final class MetricsQueryReader {

    /** Longest query text; Datadog's own limit is not documented, real ones stay far below. */
    static final int MAX_TEXT = 65_536;

    /** A bucket of a year is wider than any window that Datadog has data for. */
    private static final long MAX_ROLLUP_SECONDS = 366L * 86_400;

    private MetricsQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(
            @Nullable String query,
            @Nullable String legend,
            @Nullable String format,
            @Nullable String aggregator,
            @Nullable Integer limit,
            @Nullable String order,
            @Nullable String rollup,
            @Nullable List<@Nullable SavedFilter> filters,
            @Nullable Map<String, @Nullable List<@Nullable String>> variables) {}

    static Query.Metrics read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var saved = members.as(Saved.class);
        return new Query.Metrics(
                common.refId(),
                common.hidden(),
                common.window(),
                text(saved.query()),
                orEmpty(saved.legend()),
                SavedReduction.read(saved.format(), saved.aggregator(), saved.limit(), saved.order()),
                rollup(word(saved.rollup())),
                SavedFilter.read(saved.filters()),
                SavedVariables.read(saved.variables()));
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
}
