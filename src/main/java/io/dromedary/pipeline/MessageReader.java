// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads what pipelines want to submit. Stateless. */
final class MessageReader {

    /** Seconds since 1970 have fewer digits than this for the next thousands of years, milliseconds have more. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MessageReader() {}

    /**
     * Returns the JSON objects in some messages.
     *
     * @param messages each a JSON object, or a list of them
     * @throws FailedException with status 400 if one is neither
     */
    static List<ObjectNode> objects(List<?> messages) {
        var objects = new ArrayList<ObjectNode>();
        for (var message : messages) {
            var root = parse(String.valueOf(message));
            for (var node : root.isArray() ? root : List.of(root)) {
                if (!(node instanceof ObjectNode object)) {
                    throw refused("A message must be a JSON object, or a list of them");
                }
                objects.add(object);
            }
        }
        return objects;
    }

    /** Returns the tags: a list of {@code key:value}, or an object. */
    static NavigableSet<String> tags(JsonNode tags) {
        var texts = new TreeSet<String>();
        if (tags.isObject()) {
            tags.fields()
                    .forEachRemaining(
                            tag -> texts.add(tag.getKey() + ":" + tag.getValue().asText()));
        } else {
            tags.forEach(tag -> texts.add(tag.asText()));
        }
        return texts;
    }

    /** Returns seconds since 1970 of a time in seconds, in milliseconds or as ISO 8601; {@code now} without one. */
    static long seconds(JsonNode time, Instant now) {
        if (time.isMissingNode() || time.isNull()) {
            return now.getEpochSecond();
        }
        if (time.isNumber()) {
            return time.longValue() >= FIRST_MILLIS ? time.longValue() / 1000 : time.longValue();
        }
        try {
            return Instant.parse(time.asText()).getEpochSecond();
        } catch (DateTimeException unreadable) {
            throw refused("The timestamp must be seconds or milliseconds since 1970, or like 2026-11-25T10:00:00Z");
        }
    }

    static FailedException refused(String text) {
        return new FailedException(Failure.badRequest(text));
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException malformed) {
            throw refused("A message is not valid JSON");
        }
    }
}
