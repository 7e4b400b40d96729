// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /api/v1/query}:
 * {@code {"instance":"shop","from":"now-1h","to":"now","maxDataPoints":300,"queries":[{"refId":"A","query":"…"}]}}. A
 * query has the members of a saved query of Grafana's, and may have {@code from}, {@code to}, {@code maxDataPoints} and
 * {@code intervalMs} of its own. Stateless.
 */
public final class ApiRequestReader {

    private static final String DEFAULT_FROM = "now-1h";
    private static final String DEFAULT_TO = "now";
    private static final int MAX_QUERIES = 100;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Clock clock;

    public ApiRequestReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads a request.
     *
     * @throws FailedException with status 400 and what to correct
     */
    public ApiRequest read(byte[] body) {
        var root = parse(body);
        var queries = root.path("queries");
        if (!queries.isArray() || queries.isEmpty()) {
            throw refused("\"queries\" must be a list with at least one query");
        }
        if (queries.size() > MAX_QUERIES) {
            throw refused("At most " + MAX_QUERIES + " queries in one request; split it");
        }
        var asked = new ArrayList<AskedQuery>();
        // one now for all: queries of one window share a call
        var now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        var seen = new HashSet<String>();
        for (var query : queries) {
            if (!(query instanceof ObjectNode object)) {
                throw refused("Each of \"queries\" must be a JSON object");
            }
            var next = asked(object, root, asked.size(), now);
            if (!seen.add(next.refId())) {
                throw refused("refId \"" + next.refId() + "\" occurs twice; each query needs its own");
            }
            asked.add(next);
        }
        return new ApiRequest(text(root, "instance"), new QueryBatch(asked, false, true));
    }

    private JsonNode parse(byte[] body) {
        try {
            var root = mapper.readTree(body);
            if (root == null || !root.isObject()) {
                throw refused("The body must be a JSON object with \"queries\"");
            }
            return root;
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw refused("The body is not valid JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException unreadable) {
            throw refused("The body is not valid UTF-8 JSON");
        }
    }

    private static AskedQuery asked(ObjectNode query, JsonNode root, int index, Clock now) {
        var refId = text(query, "refId");
        return new AskedQuery(
                refId.isEmpty() ? String.valueOf((char) ('A' + index % 26)) + (index < 26 ? "" : index / 26) : refId,
                text(query, "queryType"),
                TimeText.toMillis(own(query, root, "from", DEFAULT_FROM), now),
                TimeText.toMillis(own(query, root, "to", DEFAULT_TO), now),
                number(query, root, "intervalMs"),
                number(query, root, "maxDataPoints"),
                query.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String own(ObjectNode query, JsonNode root, String name, String fallback) {
        var value = member(query, root, name);
        if (value != null && !value.isTextual() && !value.isIntegralNumber()) {
            throw refused("\"" + name + "\" must be a time: now-1h, 2026-11-23T10:00:00Z or milliseconds since 1970");
        }
        return value == null ? fallback : value.asText();
    }

    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw refused("\"" + name + "\" must be a text");
        }
        return value.isTextual() ? value.asText() : "";
    }

    private static long number(ObjectNode query, JsonNode root, String name) {
        var value = member(query, root, name);
        if (value == null) {
            return 0;
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw refused("\"" + name + "\" must be a whole number");
        }
        if (value.longValue() < 0) {
            throw refused("\"" + name + "\" must not be negative");
        }
        return value.longValue();
    }

    private static @Nullable JsonNode member(ObjectNode query, JsonNode root, String name) {
        var own = query.hasNonNull(name) ? query.get(name) : root.get(name);
        return own == null || own.isNull() ? null : own;
    }

    private static FailedException refused(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
