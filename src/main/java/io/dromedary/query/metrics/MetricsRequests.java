// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.QueryGroup;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Translates metric queries to {@code POST /api/v2/query/timeseries}. Equal calls make equal bodies, byte for byte, so
 * that they can share one answer. Stateless.
 */
public final class MetricsRequests {

    private static final String PATH = "/api/v2/query/timeseries";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final MetricsReplies replies;

    public MetricsRequests(MetricsReplies replies) {
        this.replies = replies;
    }

    /** Returns what to ask for a group of metric queries. */
    public MetricsCall call(QueryGroup group) {
        return MetricsCall.of(group);
    }

    /**
     * Returns the request: times and interval in milliseconds, the queries named {@code q0}, {@code q1} and so on, and
     * a formula for each, so that the reply's {@code query_index} counts the call's texts.
     */
    public DatadogRequest<MetricsReply> build(MetricsCall call) {
        return DatadogRequest.post(PATH, body(call), replies::read);
    }

    private static String body(MetricsCall call) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeStringField("type", "timeseries_request");
            json.writeFieldName("attributes");
            writeAttributes(call, json);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void writeAttributes(MetricsCall call, JsonGenerator json) throws IOException {
        var window = call.window();
        json.writeStartObject();
        json.writeNumberField("from", window.range().from().toEpochMilli());
        json.writeNumberField("to", window.range().to().toEpochMilli());
        json.writeNumberField("interval", window.interval().toMillis());
        json.writeArrayFieldStart("queries");
        for (var i = 0; i < call.texts().size(); i++) {
            json.writeStartObject();
            json.writeStringField("data_source", "metrics");
            json.writeStringField("name", "q" + i);
            json.writeStringField("query", call.texts().get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("formulas");
        for (var i = 0; i < call.texts().size(); i++) {
            json.writeStartObject();
            json.writeStringField("formula", "q" + i);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
