// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.io.IOException;

/** Reads the JSON of resource calls and writes that of their answers. Thread-safe. */
public final class ResourceJson {

    private static final int TOO_LARGE = 413;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final long maxBytes;

    /** @param maxBytes larger bodies are refused unread */
    public ResourceJson(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the body as a JSON object.
     *
     * @throws FailedException 413 if it is too large, 400 if it is no object, with the place of the mistake
     */
    public ObjectNode read(ResourceRequest request) {
        if (request.body().length > maxBytes) {
            throw new FailedException(
                    new Failure(TOO_LARGE, Source.PLUGIN, "The body is larger than " + maxBytes + " bytes; send less"));
        }
        try {
            if (mapper.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
            throw bad("The body must be a JSON object, such as {\"query\":\"avg:system.cpu.user{*}\"}");
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw bad("The body is not valid JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException unreadable) {
            throw bad("The body is not valid UTF-8 JSON");
        }
    }

    /** Returns an empty object, to be filled and written. */
    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** Returns the reply of status 200 with this answer. */
    public ResourceReply reply(JsonNode answer) {
        try {
            return ResourceReply.json(mapper.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /**
     * Returns a member that must be a text.
     *
     * @throws FailedException 400 if it is missing, of another type or longer than {@code maxLength}
     */
    public String text(JsonNode object, String name, int maxLength) {
        var value = object.path(name);
        if (!value.isTextual()) {
            throw bad("Member \"" + name + "\" must be a text");
        }
        if (value.asText().length() > maxLength) {
            throw bad("Member \"" + name + "\" is longer than " + maxLength + " characters");
        }
        return value.asText();
    }

    /**
     * Returns a member that must be a whole number.
     *
     * @param fallback what its absence means
     * @throws FailedException 400 if it is something else
     */
    public long number(JsonNode object, String name, long fallback) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return fallback;
        }
        if (!value.isNumber() || !value.canConvertToLong() || value.asDouble() != Math.rint(value.asDouble())) {
            throw bad("Member \"" + name + "\" must be a whole number");
        }
        return value.asLong();
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
