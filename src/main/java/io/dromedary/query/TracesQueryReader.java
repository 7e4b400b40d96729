// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.SavedWords.limit;
import static io.dromedary.query.SavedWords.text;
import static io.dromedary.query.SavedWords.unknown;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what saved queries for traces have of their own. */
final class TracesQueryReader {

    static final String TRACE = "trace";

    static final List<String> PRODUCTS = List.of(TRACE, "service-map");

    private static final List<String> MODES = List.of("waterfall", "graph");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_TEXT = 10_000;

    private TracesQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(
            @Nullable String traceId,
            @Nullable String query,
            @Nullable String mode,
            @Nullable Integer limit,
            @Nullable Map<String, @Nullable String> options,
            @Nullable List<@Nullable SavedFilter> filters,
            @Nullable Map<String, @Nullable List<@Nullable String>> variables) {}

    static Query.Traces read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var saved = members.as(Saved.class);
        return new Query.Traces(
                common.refId(),
                common.hidden(),
                common.window(),
                common.queryType(),
                orEmpty(saved.traceId()).strip(),
                mode(word(saved.mode())),
                text(saved.query(), MAX_TEXT),
                saved.options() == null
                        ? ""
                        : orEmpty(saved.options().get("env")).strip(),
                limit(saved.limit(), DEFAULT_LIMIT, MAX_LIMIT),
                SavedFilter.read(saved.filters()),
                SavedVariables.read(saved.variables()));
    }

    private static String mode(String mode) {
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            throw unknown("mode", mode, MODES);
        }
        return mode;
    }
}
