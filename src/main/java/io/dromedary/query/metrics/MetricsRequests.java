// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.datadog.DatadogRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Translates calls to {@code POST /api/v2/query/timeseries} and {@code /scalar}. Equal calls make equal bodies, byte
 * for byte, so that they can share one answer. Stateless.
 */
public final class MetricsRequests {

    private static final String TIMESERIES = "/api/v2/query/timeseries";
    private static final String SCALAR = "/api/v2/query/scalar";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final MetricsReplies replies;

    public MetricsRequests(MetricsReplies replies) {
        this.replies = replies;
    }

    /**
     * Returns the request: times and interval in milliseconds, and a formula for each expression, so that the reply
     * counts its series or columns by them. Functions and arithmetic stand in formulas only: v2 refuses them in
     * queries.
     */
    public DatadogRequest<? extends QueryReply> build(MetricsCall call) {
        return call.question().scalar()
                ? DatadogRequest.post(SCALAR, body(call), replies::readScalar)
                : DatadogRequest.post(TIMESERIES, body(call), replies::read);
    }

    private static String body(MetricsCall call) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeStringField("type", call.question().scalar() ? "scalar_request" : "timeseries_request");
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
        if (!call.question().scalar()) {
            json.writeNumberField("interval", window.interval().toMillis());
        }
        json.writeArrayFieldStart("queries");
        for (var query : call.question().queries()) {
            write(query, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("formulas");
        for (var formula : call.question().formulas()) {
            write(formula, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(MetricsCall.NamedQuery query, JsonGenerator json) throws IOException {
        var source = query.source();
        if (source != null) {
            source.write(query.name(), query.aggregator(), json);
            return;
        }
        json.writeStartObject();
        json.writeStringField("data_source", "metrics");
        json.writeStringField("name", query.name());
        json.writeStringField("query", query.text());
        if (!query.aggregator().isEmpty()) {
            json.writeStringField("aggregator", query.aggregator());
        }
        json.writeEndObject();
    }

    private static void write(MetricsCall.Formula formula, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("formula", formula.text());
        if (formula.limit() > 0) {
            json.writeObjectFieldStart("limit");
            json.writeNumberField("count", formula.limit());
            json.writeStringField("order", formula.ascending() ? "asc" : "desc");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
