// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Reads {@code {"queries":[…],"range":{"from","to"},"intervalMs","maxDataPoints"}}: saved queries, and the window of a
 * panel in milliseconds, the last hour unless told. Stateless.
 */
public final class ExplanationReader {

    private static final int MAX_QUERIES = 100;

    private final ResourceJson json;
    private final Clock clock;

    public ExplanationReader(ResourceJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Reads the queries that are to be explained.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public QueryBatch read(ResourceRequest request) {
        var body = json.read(request);
        var queries = body.path("queries");
        if (!queries.isArray() || queries.isEmpty() || queries.size() > MAX_QUERIES) {
            throw bad("Member \"queries\" must be a list of 1 to " + MAX_QUERIES + " saved queries");
        }
        var asked = new ArrayList<AskedQuery>();
        // one now for all: queries of one window share a call
        long now = clock.millis();
        for (var query : queries) {
            if (!(query instanceof ObjectNode)) {
                throw bad("Each of \"queries\" must be a JSON object");
            }
            asked.add(asked(body, query, asked.size(), now));
        }
        checkNames(asked);
        return new QueryBatch(asked, false, true);
    }

    private AskedQuery asked(ObjectNode body, JsonNode query, int index, long now) {
        var range = body.path("range");
        long to = json.number(range, "to", now);
        var refId = query.path("refId").asText("");
        return new AskedQuery(
                refId.isEmpty() ? "Q" + (index + 1) : refId,
                query.path("queryType").asText(""),
                json.number(range, "from", to - Duration.ofHours(1).toMillis()),
                to,
                count(body, "intervalMs"),
                count(body, "maxDataPoints"),
                query.toString().getBytes(StandardCharsets.UTF_8));
    }

    private long count(ObjectNode body, String name) {
        long count = json.number(body, name, 0);
        if (count < 0) {
            throw bad("Member \"" + name + "\" must not be negative");
        }
        return count;
    }

    private static void checkNames(List<AskedQuery> queries) {
        var seen = new HashSet<String>();
        for (var query : queries) {
            if (!seen.add(query.refId())) {
                throw bad("The refId " + query.refId() + " occurs twice; each query needs its own");
            }
        }
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
