// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything between a pipeline's HTTP request and the embedded Datadog. */
class HttpDoorTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(Map.of("dromedary.http.tokens", "first, second"));

    private static final String ONE = "{\"instance\":\"sandbox\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void givesFramesAsJson() throws Exception {
        var reply = post(ONE, "application/json");

        assertThat(reply.statusCode()).isEqualTo(200);
        var frame = json(reply).at("/results/A/frames/0");
        assertThat(frame.at("/schema/meta/type").asText()).isEqualTo("timeseries-multi");
        assertThat(frame.at("/data/values/1")).isNotEmpty();
    }

    @Test
    void givesJsonToWhoDoesNotSayWhatIsAccepted() throws Exception {
        var request = HttpRequest.newBuilder(BUNDLE.http("/api/v1/query"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer first")
                .POST(BodyPublishers.ofString(ONE));

        assertThat(client.send(request.build(), BodyHandlers.ofByteArray())
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void givesOneTableAsCsv() throws Exception {
        var reply = post(ONE, "text/csv");

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/csv");
        assertThat(text(reply)).startsWith("refId,name,time,value\r\nA,");
    }

    @Test
    void givesOneTableAsArrow() throws Exception {
        var reply = post(ONE, "application/vnd.apache.arrow.file");

        try (var allocator = new RootAllocator();
                var reader = new ArrowFileReader(new ByteArrayReadableSeekableByteChannel(reply.body()), allocator)) {
            reader.loadNextBatch();
            assertThat(reader.getVectorSchemaRoot().getRowCount()).isGreaterThan(100);
        }
    }

    @Test
    void givesAnObjectForEachRowAsNdjson() throws Exception {
        var reply = post(ONE, "application/x-ndjson");

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        var lines = text(reply).lines().toList();
        assertThat(lines).hasSizeGreaterThan(100);
        var first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.at("/refId").asText()).isEqualTo("A");
        assertThat(first.at("/time").asText()).endsWith("Z");
        assertThat(first.at("/value").isNumber()).isTrue();
    }

    @Test
    void streamsOneTableAsArrow() throws Exception {
        var reply = post(ONE, "application/vnd.apache.arrow.stream");

        try (var allocator = new RootAllocator();
                var reader = new ArrowStreamReader(new ByteArrayInputStream(reply.body()), allocator)) {
            var rows = 0;
            while (reader.loadNextBatch()) {
                rows += reader.getVectorSchemaRoot().getRowCount();
            }
            assertThat(rows).isGreaterThan(100);
        }
    }

    @Test
    void saysThatTablesDoNotFitIntoOne() throws Exception {
        var body = "{\"queries\":[{\"query\":\"avg:system.cpu.user{*} by {host}\",\"format\":\"scalar\"},"
                + "{\"query\":\"avg:system.cpu.user{*}\"}]}";

        assertThat(post(body, "text/csv").statusCode()).isEqualTo(406);
        assertThat(post(body, "application/json").statusCode()).isEqualTo(200);
    }

    @Test
    void answersWhatItCanAndTellsOfTheRest() throws Exception {
        var body =
                "{\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"},{\"refId\":\"X\",\"query\":\"avg:system.cpu.user{\"}]}";

        var reply = post(body, "application/json");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(json(reply).at("/results/A/status").asInt()).isEqualTo(200);
        assertThat(json(reply).at("/results/X/status").asInt()).isEqualTo(400);
        assertThat(json(reply).at("/results/X/error").asText()).isNotBlank();

        assertThat(post(body, "text/csv").headers().firstValue("Dromedary-Failed-Queries"))
                .hasValue("X");
    }

    @Test
    void describesAProblem() throws Exception {
        var unknown = post("{\"instance\":\"nope\",\"queries\":[{\"query\":\"a\"}]}", "application/json");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(unknown).at("/detail").asText()).contains("nope", "sandbox");

        assertThat(post("{", "application/json").statusCode()).isEqualTo(400);
        assertThat(post(ONE, "image/png").statusCode()).isEqualTo(406);
        assertThat(post("{\"queries\":[{\"query\":\"avg:a{\"}]}", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void wantsAToken() throws Exception {
        var request = HttpRequest.newBuilder(BUNDLE.http("/api/v1/query")).POST(BodyPublishers.ofString(ONE));

        assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
        assertThat(client.send(
                                request.setHeader("Authorization", "Bearer wrong")
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(
                                HttpRequest.newBuilder(BUNDLE.http("/observe/metrics"))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void sendsNoHeaderOfTheCallerBack() throws Exception {
        var request = request(ONE, "application/json").header("X-Own", "kept?");

        assertThat(client.send(request.build(), BodyHandlers.ofByteArray())
                        .headers()
                        .map())
                .doesNotContainKeys("x-own", "authorization");
    }

    @Test
    void tellsItsHealthToAnybody() throws Exception {
        var health = client.send(
                HttpRequest.newBuilder(BUNDLE.http("/observe/health")).build(), BodyHandlers.ofByteArray());

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(json(health).at("/status").asText()).isEqualTo("UP");
    }

    @Test
    void tellsMetricsToWhoHasAToken() throws Exception {
        post(ONE, "application/json");

        var metrics = client.send(
                HttpRequest.newBuilder(BUNDLE.http("/observe/metrics"))
                        .header("Authorization", "Bearer second")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(text(metrics)).contains("api-query");
    }

    private HttpResponse<byte[]> post(String body, String accept) throws Exception {
        return client.send(request(body, accept).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String body, String accept) {
        return HttpRequest.newBuilder(BUNDLE.http("/api/v1/query"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer first")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpResponse<byte[]> reply) throws Exception {
        return new ObjectMapper().readTree(reply.body());
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
