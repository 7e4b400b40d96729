// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.JsonTrees;
import io.dromedary.query.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query on its way: handed in, then asked about at growing distances until it is done. Confined to one query.
 *
 * <p>Shapes (v2 Java client, August 2026): {@code data.attributes} has {@code state} {@code running} with a
 * {@code query_id}, or {@code completed} with {@code columns}; the next {@code query_id} may be another one.
 */
public final class DdsqlRun {

    private static final String PATH = "/api/v2/ddsql/query/tabular";
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final Query.Ddsql query;
    private final DatadogRequest<JsonNode> begin;
    private final Clock clock;
    private final Instant deadline;
    private final Duration patience;
    private @Nullable DatadogRequest<JsonNode> next;
    private JsonNode result = MissingNode.getInstance();
    private long waitMillis;

    /** @param patience how long the query may take */
    DdsqlRun(Query.Ddsql query, Duration patience, Clock clock) {
        this.query = query;
        this.clock = clock;
        this.patience = patience;
        deadline = clock.instant().plus(patience);
        var range = query.window().range();
        var attributes = Map.of(
                "query",
                SqlText.replaced(query.sql(), query.variables()),
                "row_limit",
                query.limit(),
                "time",
                Map.of(
                        "from_timestamp", range.from().toEpochMilli(),
                        "to_timestamp", range.to().toEpochMilli()));
        begin = post(PATH, "ddsql_query_request", attributes);
        next = begin;
    }

    /** Returns what to ask next, or null when the query is done. */
    public @Nullable DatadogRequest<JsonNode> getNext() {
        return next;
    }

    /** Returns how long to wait before that, milliseconds; 0 for the first. */
    public long getWaitMillis() {
        return waitMillis;
    }

    Query.Ddsql query() {
        return query;
    }

    DatadogRequest<JsonNode> begin() {
        return begin;
    }

    JsonNode result() {
        return result;
    }

    /**
     * Takes what Datadog answered.
     *
     * @throws FailedException 504 if the query takes too long, 502 if the answer is not understood
     */
    void add(JsonNode reply) {
        var attributes = reply.path("data").path("attributes");
        var state = attributes.path("state").asText(attributes.path("columns").isArray() ? "completed" : "");
        switch (state) {
            case "completed" -> {
                result = attributes;
                next = null;
            }
            case "running" -> askAgain(attributes.path("query_id").asText(""));
            default ->
                throw new FailedException(
                        new Failure(
                                502,
                                Source.DOWNSTREAM,
                                "Datadog's answer was not understood: it tells neither that the query runs nor that it is done"));
        }
    }

    private void askAgain(String queryId) {
        waitMillis = waitMillis == 0 ? FIRST_WAIT_MILLIS : Math.min(waitMillis * 2, LONGEST_WAIT_MILLIS);
        if (clock.instant().plusMillis(waitMillis).isAfter(deadline)) {
            throw new FailedException(new Failure(
                    504,
                    Source.DOWNSTREAM,
                    "Datadog did not finish the query within " + patience.toSeconds()
                            + " s; ask for less, or raise the timeout of the data source"));
        }
        next = post(PATH + "/fetch", "ddsql_query_fetch_request", Map.of("query_id", queryId));
    }

    private static DatadogRequest<JsonNode> post(String path, String type, Map<String, Object> attributes) {
        try {
            var body = JsonTrees.mapper()
                    .writeValueAsString(Map.of("data", Map.of("type", type, "attributes", attributes)));
            return DatadogRequest.post(path, body, JsonTrees::read);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can be written", e);
        }
    }
}
