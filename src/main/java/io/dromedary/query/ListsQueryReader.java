// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.SavedWords.limit;
import static io.dromedary.query.SavedWords.text;
import static io.dromedary.query.SavedWords.texts;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what saved queries for tables have of their own. What is absent or empty has its default. */
final class ListsQueryReader {

    /** The query types that are answered with tables; the room of lists has a product for each. */
    static final List<String> PRODUCTS = List.of(
            "monitors",
            "slos",
            "downtimes",
            "incidents",
            "hosts",
            "container-list",
            "process-list",
            "synthetics",
            "services",
            "error-tracking",
            "notebooks",
            "dashboards",
            "usage",
            "endpoint");

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;
    private static final int MAX_TEXT = 10_000;

    private ListsQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(
            @Nullable String query,
            @Nullable String mode,
            @Nullable Integer limit,
            @Nullable List<@Nullable String> ids,
            @Nullable Map<String, @Nullable String> options,
            @Nullable String format,
            @Nullable String aggregator,
            @Nullable String order,
            @Nullable List<@Nullable SavedFilter> filters,
            @Nullable Map<String, @Nullable List<@Nullable String>> variables) {}

    static Query.Lists read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var saved = members.as(Saved.class);
        return new Query.Lists(
                common.refId(),
                common.hidden(),
                common.window(),
                common.queryType(),
                word(saved.mode()),
                text(saved.query(), MAX_TEXT),
                limit(saved.limit(), DEFAULT_LIMIT, MAX_LIMIT),
                texts(saved.ids()).stream().distinct().toList(),
                options(saved.options()),
                SavedReduction.read(saved.format(), saved.aggregator(), null, saved.order()),
                SavedFilter.read(saved.filters()),
                SavedVariables.read(saved.variables()));
    }

    private static Map<String, String> options(@Nullable Map<String, @Nullable String> saved) {
        var options = new HashMap<String, String>();
        if (saved != null) {
            saved.forEach((name, value) -> options.put(name, orEmpty(value).strip()));
        }
        options.values().removeIf(String::isEmpty);
        return options;
    }
}
