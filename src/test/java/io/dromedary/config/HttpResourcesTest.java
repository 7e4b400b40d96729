// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All routes and beans behind a port: the sandbox, and a Datadog that answers nothing but errors. */
class HttpResourcesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String RANGE = "\"range\":{\"from\":1700000000000,\"to\":1700003600000}";
    private static final WireMockServer BROKEN =
            new WireMockServer(wireMockConfig().dynamicPort());

    private static Main main;
    private static int port;

    @BeforeAll
    static void start() {
        BROKEN.start();
        BROKEN.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        Logger.getLogger("org.apache.camel").setLevel(Level.WARNING);
        main = new Bundle(".", Map.of()).main(false, true);
        main.addOverrideProperty("dromedary.http.port", "0");
        main.addOverrideProperty("dromedary.instance.broken.url", BROKEN.baseUrl());
        main.addOverrideProperty("dromedary.instance.broken.api-key", "aaaaaaaaaaaaaaaa");
        main.addOverrideProperty("dromedary.instance.broken.app-key", "bbbbbbbbbbbbbbbb");
        main.start();
        port = main.getCamelContext().hasService(VertxPlatformHttpServer.class).getPort();
    }

    @AfterAll
    static void stop() {
        main.stop();
        BROKEN.stop();
    }

    @Test
    void listsTheInstancesWithoutSecrets() throws Exception {
        var reply = get("instances");

        assertThat(reply.body())
                .startsWith("{\"instances\":[{\"name\":\"broken\",\"site\":\"localhost\"},"
                        + "{\"name\":\"sandbox\",\"site\":\"sandbox\"}],\"queryTypes\":[\"metrics\",\"logs\"")
                .doesNotContain("apiKey");
    }

    @Test
    void completesFromWhatTheSandboxHas() throws Exception {
        var metric = item(complete("sandbox", "avg:system.cpu.us"), "system.cpu.user");
        assertThat(metric.path("kind").asText()).isEqualTo("metric");
        assertThat(metric.path("detail").asText()).startsWith("gauge, percent – ");
        assertThat(metric.path("from").asInt()).isEqualTo(4);
        assertThat(metric.path("to").asInt()).isEqualTo(17);

        assertThat(item(complete("sandbox", "avg:system.cpu.user{e"), "env")
                        .path("insert")
                        .asText())
                .isEqualTo("env:");
        assertThat(item(complete("sandbox", "avg:system.cpu.user{env:"), "prod")
                        .path("kind")
                        .asText())
                .isEqualTo("tag-value");
        assertThat(item(complete("sandbox", "avg:system.cpu.user{*}.ro"), "rollup")
                        .path("kind")
                        .asText())
                .isEqualTo("modifier");
    }

    @Test
    void completesWithoutDatadogAndSaysWhy() throws Exception {
        var answer = complete("broken", "av");

        assertThat(item(answer, "avg").path("kind").asText()).isEqualTo("aggregator");
        assertThat(answer.path("complete").asBoolean()).isFalse();
        await().untilAsserted(() ->
                assertThat(complete("broken", "av").path("reason").asText()).contains("500"));
        BROKEN.resetRequests();
        assertThat(complete("broken", "avg")).isNotNull();
        assertThat(BROKEN.getAllServeEvents())
                .as("a Datadog that is away is left alone")
                .isEmpty();
    }

    @Test
    void validatesWithPlaces() throws Exception {
        assertThat(post(
                                "query/validate",
                                "{\"query\":\"avg:system.cpu.user{env:prod} by {host}\",\"instance\":\"sandbox\"}")
                        .body())
                .isEqualTo("{\"problems\":[]}");
        var problems = json(post(
                        "query/validate?instance=sandbox",
                        "{\"query\":\"p95:system.cpu.user{nope:x} + avgg:system.cpu.idel{*}\"}"))
                .path("problems");
        assertThat(problems.findValuesAsText("message"))
                .containsExactly(
                        "p95 needs a distribution with percentiles enabled: system.cpu.user is of type gauge",
                        "system.cpu.user has no tag nope",
                        "unknown aggregator avgg: did you mean avg?",
                        "Datadog has not seen a metric system.cpu.idel lately: did you mean system.cpu.idle?");
        assertThat(problems.findValuesAsText("severity")).containsExactly("warning", "warning", "error", "warning");
        assertThat(problems.findValuesAsText("from")).containsExactly("0", "20", "30", "35");
        assertThat(problems.findValuesAsText("to")).containsExactly("3", "24", "34", "50");
    }

    @Test
    void explainsTheRequestThatAPanelMakes() throws Exception {
        var answer = explain("{\"refId\":\"A\",\"query\":\"sum:system.net.bytes_rcvd{*}\",\"hide\":true},"
                + "{\"refId\":\"B\",\"query\":\"$A * 8\"},{\"refId\":\"C\",\"query\":\"avg:system.cpu.user{*}\"}");

        var requests = answer.path("requests");
        assertThat(requests).hasSize(1);
        var request = requests.get(0);
        assertThat(request.path("refIds").toString()).isEqualTo("[\"B\",\"C\"]");
        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(request.path("path").asText()).isEqualTo("/api/v2/query/timeseries");
        var attributes = request.path("body").path("data").path("attributes");
        assertThat(attributes.path("interval").asLong()).isEqualTo(15_000);
        assertThat(attributes.path("queries").findValuesAsText("query"))
                .contains("avg:system.cpu.user{*}")
                .anyMatch(text -> text.startsWith("sum:system.net.bytes_rcvd{*}"));
        assertThat(answer.path("interval").path("seconds").asLong()).isEqualTo(15);
        assertThat(answer.path("interval").path("why").asText())
                .isEqualTo("1 h in the 300 points that the panel can draw need points of 12 s;"
                        + " 15 s is the next width that is easy to read.");
        assertThat(answer.path("budget").path("calls").asInt()).isEqualTo(1);
        assertThat(answer.path("problems")).isEmpty();
    }

    @Test
    void explainsWhatTheBudgetHasLeft() throws Exception {
        var query = "{\"refId\":\"A\",\"query\":\"avg:system.cpu.user{*}\"}";
        assertThat(post("query", "{\"instance\":\"sandbox\",\"queries\":[" + query + "]}")
                        .statusCode())
                .isEqualTo(200);

        var bucket = explain(query).path("budget").path("buckets").get(0);

        assertThat(bucket.path("name").asText()).isNotEmpty();
        assertThat(bucket.path("remaining").asLong())
                .isBetween(1L, bucket.path("limit").asLong());
    }

    @Test
    void explainsWhatCannotBeSentAndSendsNothing() throws Exception {
        var answer = explain(
                "{\"refId\":\"A\",\"query\":\"avg:system.cpu.user{\"},{\"refId\":\"B\",\"query\":\"$A / $Z\"},"
                        + "{\"refId\":\"C\",\"query\":\"\"},{\"refId\":\"D\",\"query\":\"avg:system.cpu.user{host:$host}\"}");

        assertThat(answer.path("requests")).isEmpty();
        assertThat(answer.path("budget").path("calls").asInt()).isZero();
        assertThat(answer.path("problems").findValuesAsText("refId")).contains("A", "B", "C", "D");
        BROKEN.resetRequests();
        post("query/explain?instance=broken", "{\"queries\":[{\"query\":\"avg:m{*}\"}]," + RANGE + "}");
        assertThat(BROKEN.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avg:system.cpu.user{env:prod,!host:a} by {host}.rollup(sum, 60) * 100",
                "top(sum:shop.orders{env IN (prod,dev)} by {country}.as_count(), 10, 'mean', 'desc') / max:m{*}",
                "avg:system.cpu.user{*}"
            })
    void goesFromTextToFormAndBack(String text) throws Exception {
        var form = json(post(
                "query/builder?instance=sandbox",
                MAPPER.createObjectNode().put("query", text).toString()));
        assertThat(form.path("reason").asText()).isEmpty();

        var back = Map.of("model", form.path("model"));
        assertThat(json(post("query/builder?instance=sandbox", MAPPER.writeValueAsString(back)))
                        .path("query")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void saysWhatTheFormCannotHold() throws Exception {
        var answer = json(post("query/builder?instance=sandbox", "{\"query\":\"avg:m{a:1 OR b:2}\"}"));

        assertThat(answer.path("model").isNull()).isTrue();
        assertThat(answer.path("reason").asText()).contains("OR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "autocomplete/complete | {\"query\":          | not valid JSON at line 1, column",
                "autocomplete/complete | []                   | must be a JSON object",
                "autocomplete/complete | {\"query\":1}        | \"query\" must be a text",
                "autocomplete/complete | {\"query\":\"a\",\"cursor\":2} | \"cursor\" must be from 0 to 1",
                "autocomplete/complete | {\"query\":\"a\",\"cursor\":\"x\"} | \"cursor\" must be a whole number",
                "autocomplete/complete | {\"query\":\"a\",\"refIds\":\"x\"} | \"refIds\" must be a list",
                "query/validate        | {}                   | \"query\" must be a text",
                "query/validate        | {\"query\":\"a\",\"query\":\"b\"} | not valid JSON at line 1",
                "query/explain         | {\"queries\":[]}     | \"queries\" must be a list of 1 to 100",
                "query/explain         | {\"queries\":[1]}    | must be a JSON object",
                "query/explain         | {\"queries\":[{\"refId\":\"A\"},{\"refId\":\"A\"}]} | occurs twice",
                "query/explain         | {\"queries\":[{}],\"intervalMs\":1.5} | whole number",
                "query/builder         | {}                   | either a \"query\" or a \"model\"",
                "query/builder         | {\"model\":{\"queries\":[{\"metrik\":\"a\"}]}} | model.queries[0].metrik",
                "query/builder         | {\"model\":{}}       | the form has no query",
            })
    void refusesWhatIsWrongAsAProblem(String path, String body, String text) throws Exception {
        var reply = post(path + "?instance=sandbox", body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(reply).path("status").asInt()).isEqualTo(400);
        assertThat(json(reply).path("detail").asText()).contains(text);
    }

    @Test
    void answersListsAsBefore() throws Exception {
        assertThat(get("autocomplete/tag-values?instance=sandbox&metric=system.cpu.user&key=env&query=pr")
                        .body())
                .isEqualTo("{\"items\":[{\"text\":\"prod\"}],\"complete\":true}");
    }

    @Test
    void asksForTheInstanceWhenThereAreSeveral() throws Exception {
        assertThat(get("autocomplete/hosts").statusCode()).isEqualTo(404);
        assertThat(json(get("autocomplete/hosts")).path("detail").asText()).contains("broken, sandbox");
        assertThat(json(get("autocomplete/hosts?instance=x")).path("detail").asText())
                .contains("no instance \"x\"");
    }

    @Test
    void refusesOtherPathsMethodsAndSizes() throws Exception {
        assertThat(get("autocomplete/nothing?instance=sandbox").statusCode()).isEqualTo(404);
        var wrong = get("query/validate?instance=sandbox");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).hasValue("POST");
        var large = "{\"query\":\"" + "a".repeat(1 << 20) + "\"}";
        assertThat(post("query/validate?instance=sandbox", large).statusCode()).isEqualTo(413);
    }

    @Test
    void keepsKeysOutOfEveryAnswer() throws Exception {
        for (var path : Set.of("autocomplete/complete", "query/validate", "query/explain", "query/builder")) {
            var reply =
                    post(path + "?instance=broken", "{\"query\":\"avg:m{*}\",\"queries\":[{\"query\":\"avg:m{*}\"}]}");
            assertThat(reply.body() + reply.headers().map()).doesNotContain("aaaaaaaa", "bbbbbbbb");
        }
    }

    private static JsonNode complete(String instance, String text) throws Exception {
        var body = MAPPER.createObjectNode().put("query", text).put("cursor", text.length());
        return json(post("autocomplete/complete?instance=" + instance, body.toString()));
    }

    private static JsonNode explain(String queries) throws Exception {
        return json(post(
                "query/explain?instance=sandbox",
                "{\"queries\":[" + queries + "]," + RANGE + ",\"intervalMs\":1000,\"maxDataPoints\":300}"));
    }

    private static JsonNode item(JsonNode answer, String text) {
        for (var item : answer.path("items")) {
            if (item.path("text").asText().equals(text)) {
                return item;
            }
        }
        throw new AssertionError(text + " is not in " + answer);
    }

    private static JsonNode json(HttpResponse<String> reply) throws IOException {
        return MAPPER.readTree(reply.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return CLIENT.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path));
    }
}
