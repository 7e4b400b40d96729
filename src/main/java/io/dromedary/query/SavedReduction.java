// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.unknown;
import static io.dromedary.query.SavedWords.word;

import io.dromedary.call.FailedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a saved query whether it asks for series or for numbers: {@code format} and what goes with it. */
final class SavedReduction {

    private static final int MAX_LIMIT = 10_000;

    private SavedReduction() {}

    /**
     * Returns how numbers are made, null for time series.
     *
     * @throws FailedException with status 400 and what to correct
     */
    static @Nullable Reduction read(
            @Nullable String format, @Nullable String aggregator, @Nullable Integer limit, @Nullable String order) {
        var wanted = word(format);
        return switch (wanted) {
            case "", "timeseries", "time_series" -> null;
            case "scalar" ->
                new Reduction(aggregator(word(aggregator)), limit(limit), SavedWords.isAscending("order", order));
            default -> throw unknown("format", wanted, List.of("timeseries", "scalar"));
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
}
