// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.datadog.DatadogRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The requests {@code GET /api/v1/metrics/{metric}} and {@code GET /api/v2/metrics/{metric}/tags}, and their replies,
 * of which every member may be null. Stateless.
 */
public final class MetadataRequests {

    private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(JsonNode.class);

    /**
     * Asks for type, unit and description.
     *
     * @param metric one that {@link MetadataCache#find} has nothing for: names of another form are none there
     */
    public DatadogRequest<MetricMetadata> build(String metric) {
        return DatadogRequest.get(
                "/api/v1/metrics/" + URLEncoder.encode(metric, StandardCharsets.UTF_8), "", MetadataRequests::read);
    }

    /** Asks for the tag configuration, which Datadog has for some metrics only; all others are status 404. */
    public DatadogRequest<Percentiles> percentiles(String metric) {
        return DatadogRequest.get(
                "/api/v2/metrics/" + URLEncoder.encode(metric, StandardCharsets.UTF_8) + "/tags",
                "",
                MetadataRequests::readPercentiles);
    }

    static Percentiles readPercentiles(InputStream body) throws IOException {
        var told = object(body).path("data").path("attributes").path("include_percentiles");
        if (!told.isBoolean()) {
            return Percentiles.UNTOLD;
        }
        return told.asBoolean() ? Percentiles.ENABLED : Percentiles.DISABLED;
    }

    static MetricMetadata read(InputStream body) throws IOException {
        var reply = object(body);
        return new MetricMetadata(
                text(reply, "type"), text(reply, "unit"), text(reply, "per_unit"), text(reply, "description"));
    }

    private static JsonNode object(InputStream body) throws IOException {
        JsonNode reply = JSON.readValue(body);
        if (reply == null || !reply.isObject()) {
            throw new IOException("not a JSON object");
        }
        return reply;
    }

    private static String text(JsonNode reply, String name) {
        return reply.path(name).isTextual() ? reply.path(name).asText().strip() : "";
    }
}
