// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.limit;
import static io.dromedary.query.SavedWords.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a saved query of type {@code ddsql} has of its own. */
final class DdsqlQueryReader {

    static final String TYPE = "ddsql";

    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;
    private static final int MAX_TEXT = 65_536;

    private DdsqlQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(
            @Nullable String query,
            @Nullable Integer limit,
            @Nullable List<@Nullable SavedFilter> filters,
            @Nullable Map<String, @Nullable List<@Nullable String>> variables) {}

    static Query.Ddsql read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var saved = members.as(Saved.class);
        return new Query.Ddsql(
                common.refId(),
                common.hidden(),
                common.window(),
                sql(saved.query()),
                limit(saved.limit(), DEFAULT_LIMIT, MAX_LIMIT),
                SavedFilter.read(saved.filters()),
                SavedVariables.read(saved.variables()));
    }

    private static String sql(@Nullable String query) {
        var sql = text(query, MAX_TEXT);
        if (sql.isEmpty()) {
            throw refused("The query is empty; write one like SELECT hostname, cloud_provider FROM dd.hosts");
        }
        return sql;
    }
}
