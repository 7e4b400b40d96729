// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.ddsql.Ddsql;
import io.dromedary.sandbox.ddsql.RefusedSqlException;
import io.dromedary.sandbox.ddsql.SqlTable;
import io.dromedary.sandbox.world.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * DDSQL. The first answer says that the query runs, the fetch has the result. Nothing is kept meanwhile: the id of a
 * query is the query, when it was asked, and how many rows are wanted.
 */
final class DdsqlEndpoints {

    private static final String EXECUTE = "ddsql_query_request";
    private static final String FETCH = "ddsql_query_fetch_request";
    private static final int LONGEST = 20_000;
    private static final int MOST_ROWS = 10_000;
    private static final int USUAL_ROWS = 5_000;
    /** How long a result can be fetched. */
    private static final long KEPT_MS = TimeUnit.HOURS.toMillis(1);

    private final LongFunction<SqlTable.Tables> tables;

    /** @param tables those of a time of epoch milliseconds */
    DdsqlEndpoints(LongFunction<SqlTable.Tables> tables) {
        this.tables = tables;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.query("/api/v2/ddsql/query/tabular", "ddsql", this::execute),
                Endpoint.query("/api/v2/ddsql/query/tabular/fetch", "ddsql", this::fetch));
    }

    private record Asked(long nowMs, long limit, String query) {

        String id() {
            String text = nowMs + " " + limit + " " + query;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Asked of(String id) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8).split(" ", 3);
                if (parts.length == 3) {
                    return new Asked(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
                }
            } catch (IllegalArgumentException e) {
                throw refused("unknown query_id");
            }
            throw refused("unknown query_id");
        }
    }

    private static RefusedCallException refused(String detail) {
        return RefusedCallException.jsonApi(400, "Bad Request", detail);
    }

    private static JsonNode attributes(Call call, String type) {
        var data = Json.object(call.body()).path("data");
        if (!data.path("type").asText().equals(type)) {
            throw refused("invalid type: expected " + type);
        }
        return data.path("attributes");
    }

    private Json.Text execute(Call call) {
        var attributes = attributes(call, EXECUTE);
        String query = attributes.path("query").asText();
        long limit = attributes.path("row_limit").asLong(USUAL_ROWS);
        if (query.isBlank() || query.length() > LONGEST) {
            throw refused("query must hold 1 to " + LONGEST + " characters");
        }
        if (limit < 1 || limit > MOST_ROWS) {
            throw refused("row_limit must be 1 to " + MOST_ROWS);
        }
        var asked = new Asked(call.nowMs(), limit, query);
        run(asked);
        return reply(asked, Tree.object("state", "running", "query_id", asked.id()));
    }

    private Json.Text fetch(Call call) {
        var asked = Asked.of(attributes(call, FETCH).path("query_id").asText());
        boolean known = asked.nowMs() <= call.nowMs() && asked.nowMs() > call.nowMs() - KEPT_MS;
        if (!known || asked.limit() < 1 || asked.query().length() > LONGEST) {
            throw refused("unknown query_id");
        }
        var result = run(asked);
        var rows = result.rows().stream().limit(asked.limit()).toList();
        var columns = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < result.columns().size(); i++) {
            int index = i;
            var values = new ArrayList<Object>();
            rows.forEach(row -> values.add(row.get(index)));
            var column = result.columns().get(i);
            columns.add(Tree.object("name", column.name(), "type", column.type().name(), "values", values));
        }
        var warnings = rows.size() < result.rows().size()
                ? List.of(
                        "Only the first " + rows.size() + " of " + result.rows().size() + " rows are returned")
                : List.of();
        return reply(asked, Tree.object("state", "completed", "columns", columns, "warnings", warnings));
    }

    private SqlTable run(Asked asked) {
        try {
            return Ddsql.run(asked.query(), tables.apply(asked.nowMs()));
        } catch (RefusedSqlException e) {
            throw refused(e.text());
        }
    }

    private static Json.Text reply(Asked asked, Map<String, Object> attributes) {
        long key = Dice.key(asked.nowMs(), asked.query());
        String request = new UUID(key, Dice.key(key, 1)).toString();
        return Tree.text(Tree.object(
                "data",
                Tree.object("id", request, "type", "ddsql_query_response", "attributes", attributes),
                "meta",
                Tree.object("elapsed", 12, "request_id", request)));
    }
}
