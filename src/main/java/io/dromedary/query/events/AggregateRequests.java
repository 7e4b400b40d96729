// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.EventSource;
import io.dromedary.query.EventTask;
import io.dromedary.query.EventTask.Compute;
import io.dromedary.query.Query;
import io.dromedary.query.Window;
import java.io.IOException;
import java.time.Duration;

/**
 * The requests that count and measure events: by the product's own path where it has one, else by Datadog's v2 queries.
 * Equal ones have equal bodies.
 */
final class AggregateRequests {

    private static final String TIMESERIES = "/api/v2/query/timeseries";
    private static final String SCALAR = "/api/v2/query/scalar";

    private final Query.Events query;
    private final EventTask.Aggregate aggregate;
    private final String text;
    private final Window window;

    /** @param text the search as it is sent */
    AggregateRequests(Query.Events query, EventTask.Aggregate aggregate, String text) {
        this.query = query;
        this.aggregate = aggregate;
        this.text = text;
        window = query.window();
    }

    /** @throws FailedException with status 400 if the product cannot compute what is asked */
    DatadogRequest<AggregateReply> build() {
        var product = query.search().product();
        if (product.aggregatePath().isEmpty()) {
            return viaQuery();
        }
        var body = EventRequests.body(product, "aggregate_request", json -> {
            writeComputes(json);
            EventRequests.filter(query.search(), text, window.range(), json);
            writeGroups(json);
        });
        return DatadogRequest.post(product.aggregatePath(), body, AggregateReplyReader::read);
    }

    private boolean isScalar() {
        return aggregate.reduction() != null;
    }

    private void writeComputes(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("compute");
        for (var compute : aggregate.computes()) {
            json.writeStartObject();
            writeMeasure(compute, json);
            json.writeStringField("type", isScalar() ? "total" : "timeseries");
            if (!isScalar()) {
                json.writeStringField("interval", interval(window.interval()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeMeasure(Compute compute, JsonGenerator json) throws IOException {
        json.writeStringField("aggregation", compute.aggregation());
        if (!compute.metric().isEmpty()) {
            json.writeStringField("metric", compute.metric());
        }
    }

    private void writeGroups(JsonGenerator json) throws IOException {
        if (aggregate.groups().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("group_by");
        for (var group : aggregate.groups()) {
            json.writeStartObject();
            json.writeStringField("facet", group.facet());
            json.writeNumberField("limit", group.limit());
            json.writeObjectFieldStart("sort");
            writeMeasure(group.sort(), json);
            json.writeStringField("order", group.ascending() ? "asc" : "desc");
            json.writeStringField("type", "measure");
            json.writeEndObject();
            if (group.missing() != null) {
                json.writeStringField("missing", group.missing());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Returns a width as Datadog writes it: {@code 5m}, {@code 90s}. */
    static String interval(Duration width) {
        var seconds = Math.max(1, width.toSeconds());
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private DatadogRequest<AggregateReply> viaQuery() {
        var type = isScalar() ? "scalar_request" : "timeseries_request";
        var body = EventRequests.object(json -> EventRequests.document(type, this::writeQueries, json));
        return isScalar()
                ? DatadogRequest.post(SCALAR, body, QueryReplyReader::readScalar)
                : DatadogRequest.post(TIMESERIES, body, QueryReplyReader::readTimeseries);
    }

    private void writeQueries(JsonGenerator json) throws IOException {
        json.writeNumberField("from", window.range().from().toEpochMilli());
        json.writeNumberField("to", window.range().to().toEpochMilli());
        if (!isScalar()) {
            json.writeNumberField("interval", window.interval().toMillis());
        }
        json.writeArrayFieldStart("queries");
        for (var i = 0; i < aggregate.computes().size(); i++) {
            writeQuery("c" + i, aggregate.computes().get(i), json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("formulas");
        for (var i = 0; i < aggregate.computes().size(); i++) {
            json.writeStartObject();
            json.writeStringField("formula", "c" + i);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeQuery(String name, Compute compute, JsonGenerator json) throws IOException {
        if (compute.aggregation().equals("median")) {
            throw new FailedException(Failure.badRequest(
                    "Datadog has no median of " + query.search().product().plural() + "; use avg or pc75"));
        }
        EventSource.of(query.search(), text, compute, aggregate.groups()).write(name, "", json);
    }
}
