// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.unknown;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dromedary.query.EventTask.Compute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One number to compute, in a saved query. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SavedCompute(
        @Nullable String aggregation,
        @Nullable String metric,
        @Nullable String type) {

    static final SavedCompute COUNT = new SavedCompute("count", null, null);

    private static final List<String> FORMATS = List.of("timeseries", "scalar");

    /** @throws io.dromedary.call.FailedException with status 400 and what to correct */
    Compute compute() {
        return compute(aggregation, metric);
    }

    static Compute compute(@Nullable String aggregation, @Nullable String metric) {
        var name = word(aggregation).isEmpty() ? "count" : word(aggregation);
        if (!Compute.AGGREGATIONS.contains(name)) {
            throw unknown("aggregation", name, Compute.AGGREGATIONS);
        }
        var measured = name.equals("count") ? "" : orEmpty(metric).strip();
        if (measured.isEmpty() && !name.equals("count")) {
            throw refused("The aggregation " + name + " needs a facet to measure, such as @duration");
        }
        return new Compute(name, measured);
    }

    /** Returns whether it is one number for the whole time; its own type goes before the query's format. */
    boolean isTotal(@Nullable String format) {
        return switch (word(type)) {
            case "total" -> true;
            case "timeseries" -> false;
            case "" ->
                switch (word(format)) {
                    case "scalar" -> true;
                    case "", "timeseries", "time_series" -> false;
                    default -> throw unknown("format", word(format), FORMATS);
                };
            default -> throw unknown("type of a computed number", word(type), List.of("timeseries", "total"));
        };
    }
}
