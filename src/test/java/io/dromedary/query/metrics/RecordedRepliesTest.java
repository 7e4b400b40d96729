// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.TimeRange;
import io.dromedary.query.Window;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays replies recorded from the real Datadog, where {@code -Ddromedary.recordings} names the directory that holds
 * them. Each file is a JSON array of {@code httpRequest} and {@code httpResponse} pairs.
 */
@EnabledIfSystemProperty(named = "dromedary.recordings", matches = ".+")
class RecordedRepliesTest {

    /** One exchange: what was asked, and the JSON that came back. */
    record Recording(String file, JsonNode asked, String body) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Recording> recordings() throws IOException {
        var recordings = new ArrayList<Recording>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("dromedary.recordings")))) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (var exchange : new ObjectMapper().readTree(file.toFile())) {
                    addTimeseries(file.getFileName().toString(), exchange, recordings);
                }
            }
        }
        return recordings;
    }

    private static void addTimeseries(String file, JsonNode exchange, List<Recording> recordings) throws IOException {
        var response = exchange.path("httpResponse");
        if (exchange.path("httpRequest").path("path").asText().endsWith("/api/v2/query/timeseries")
                && response.path("statusCode").asInt() == 200) {
            var asked = unwrap(exchange.path("httpRequest").path("body"));
            recordings.add(new Recording(
                    file, new ObjectMapper().readTree(asked).at("/data/attributes"), unwrap(response.path("body"))));
        }
    }

    /** A body is a text, or an object that holds one or the JSON itself. */
    private static String unwrap(JsonNode body) {
        var json = body.isObject() ? body.path("json").isMissingNode() ? body.path("string") : body.path("json") : body;
        return json.isTextual() ? json.asText() : json.toString();
    }

    private static QueryGroup group(Recording recording) {
        var asked = recording.asked();
        var range = new TimeRange(
                Instant.ofEpochMilli(asked.path("from").asLong()),
                Instant.ofEpochMilli(asked.path("to").asLong()));
        var window = new Window(range, Duration.ofMillis(asked.path("interval").asLong()), false);
        return new QueryGroup(
                Query.Kind.METRICS, window, List.of(Query.Metrics.of("A", false, window, "avg:recorded{*}", "")));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void drawsTheRecordedPointsInsideTheWindow(Recording recording) throws IOException {
        var group = group(recording);
        var reply = new MetricsReplies()
                .read(new ByteArrayInputStream(recording.body().getBytes(UTF_8)));
        var expected = new ObjectMapper().readTree(recording.body()).at("/data/attributes");

        var frames = new MetricsFrames().from(reply, Panels.batch(group)).get(0).frames();

        if (expected.path("series").isEmpty()) {
            assertThat(frames)
                    .singleElement()
                    .satisfies(frame -> assertThat(frame.fields()).isEmpty());
            return;
        }
        assertThat(frames).hasSameSizeAs(expected.path("series"));
        assertThat(points(frames.get(0)))
                .isEqualTo(pointsInside(expected, group.window().range()));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void understandsTheRecordedUnit(Recording recording) throws IOException {
        var reply = new MetricsReplies()
                .read(new ByteArrayInputStream(recording.body().getBytes(UTF_8)));
        var expected = new ObjectMapper().readTree(recording.body()).at("/data/attributes/series/0/unit/0/name");

        for (var frame : new MetricsFrames()
                .from(reply, Panels.batch(group(recording)))
                .get(0)
                .frames()) {
            var unit = frame.fields().isEmpty()
                    ? null
                    : frame.fields().get(1).config().unit();
            assertThat(unit).isEqualTo(expected.isMissingNode() ? null : expected.asText());
        }
    }

    private static List<String> points(Frame frame) {
        var times = ((Column.Times) frame.fields().get(0).column()).epochNanos();
        var values = ((Column.Numbers) frame.fields().get(1).column()).values();
        var points = new String[times.length];
        Arrays.setAll(points, i -> times[i] / 1_000_000 + "=" + values[i]);
        return List.of(points);
    }

    private static List<String> pointsInside(JsonNode attributes, TimeRange range) {
        var points = new ArrayList<String>();
        for (var i = 0; i < attributes.path("times").size(); i++) {
            var millis = attributes.path("times").path(i).asLong();
            var value = attributes.path("values").path(0).path(i);
            if (millis >= range.from().toEpochMilli() && millis < range.to().toEpochMilli()) {
                points.add(millis + "=" + (value.isNull() ? Double.NaN : value.asDouble()));
            }
        }
        return points;
    }
}
