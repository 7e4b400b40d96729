// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.product.EventProduct;
import io.dromedary.query.EventSearch;
import io.dromedary.query.TimeRange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The requests of searches. Equal ones have equal bodies, byte for byte, so that they can share one reply. Times are
 * ISO 8601, which all products take.
 */
final class EventRequests {

    /** Datadog's most events of one reply. */
    static final int PAGE_SIZE = 1_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private EventRequests() {}

    /** Writes members of an object. */
    @FunctionalInterface
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Returns the request for a page.
     *
     * @param cursor where it begins, empty for the first page
     * @param size most events of it
     */
    static DatadogRequest<EventPage> page(SearchQuestion question, String cursor, int size) {
        var product = question.search().product();
        var body = body(product, "search_request", json -> {
            filter(question.search(), question.text(), question.range(), json);
            json.writeStringField("sort", question.ascending() ? "timestamp" : "-timestamp");
            json.writeObjectFieldStart("page");
            json.writeNumberField("limit", Math.min(size, PAGE_SIZE));
            if (!cursor.isEmpty()) {
                json.writeStringField("cursor", cursor);
            }
            json.writeEndObject();
        });
        return DatadogRequest.post(product.searchPath(), body, EventPageReader::read);
    }

    static void filter(EventSearch search, String text, TimeRange range, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("filter");
        json.writeStringField("query", text);
        json.writeStringField("from", range.from().toString());
        json.writeStringField("to", range.to().toString());
        if (search.product().hasStorage()) {
            indexes(search, json);
            json.writeStringField("storage_tier", search.storage());
        }
        json.writeEndObject();
    }

    static void indexes(EventSearch search, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("indexes");
        for (var index : search.indexes()) {
            json.writeString(index);
        }
        json.writeEndArray();
    }

    /** @param type of the JSON:API document, where the product wants one */
    static String body(EventProduct product, String type, Members members) {
        return object(json -> {
            if (product.isWrapped()) {
                document(type, members, json);
            } else {
                members.write(json);
            }
        });
    }

    static void document(String type, Members attributes, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("data");
        json.writeStringField("type", type);
        json.writeObjectFieldStart("attributes");
        attributes.write(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    static String object(Members members) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }
}
