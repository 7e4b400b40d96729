// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP door does for operators, and to those who take too much. */
class HttpServerTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle(Map.of(
            "dromedary.http.tokens", "reader",
            "dromedary.http.admin-tokens", "admin",
            "dromedary.http.read-timeout", "700ms",
            "dromedary.http.max-body-size", "100000"));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HEAD =
            "POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer reader\r\n";

    @Test
    void tellsWhichPermissionsWork() throws Exception {
        var health = json(send("GET", "/api/v1/instances/sandbox/health", "reader", ""));

        assertThat(health.at("/status").asText()).isEqualTo("ok");
        assertThat(health.at("/checks/metricQueries/works").asBoolean()).isTrue();
        assertThat(health.at("/checks/hosts/permission").asText()).isEqualTo("hosts_read");
    }

    @Test
    void tellsWhatTheRateLimitsHaveLeft() throws Exception {
        send("POST", "/api/v1/query", "reader", "{\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}");

        var bucket = json(send("GET", "/api/v1/instances/sandbox/budget", "reader", ""))
                .at("/buckets/0");
        assertThat(bucket.at("/name").asText()).isNotEmpty();
        assertThat(bucket.at("/remaining").asLong()).isPositive();
    }

    @Test
    void tellsOfCachesAndEmptiesThem() throws Exception {
        send("GET", "/api/v1/autocomplete/hosts", "reader", "");
        assertThat(entries("hosts")).isPositive();

        assertThat(send("DELETE", "/api/v1/caches/hosts", "reader", "").statusCode())
                .isEqualTo(403);
        assertThat(entries("hosts")).isPositive();
        assertThat(send("DELETE", "/api/v1/caches/hosts", "admin", "").statusCode())
                .isEqualTo(204);
        assertThat(entries("hosts")).isZero();
        assertThat(send("DELETE", "/api/v1/caches", "admin", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/api/v1/caches/none", "admin", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void changesLogLevelsForAdmins() throws Exception {
        var body = "{\"levels\":{\"io.dromedary.nothing\":\"debug\"}}";

        assertThat(send("PUT", "/api/v1/log-levels", "reader", body).statusCode())
                .isEqualTo(403);
        assertThat(json(send("PUT", "/api/v1/log-levels", "admin", body))
                        .at("/levels")
                        .path("io.dromedary.nothing")
                        .asText())
                .isEqualTo("debug");
        var wrong = send("PUT", "/api/v1/log-levels", "admin", body.replace("debug", "loud"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).at("/detail").asText()).contains("loud", "debug");
    }

    @Test
    void namesEachRequest() throws Exception {
        var named = CLIENT.send(
                request("/api/v1/instances/none/health", "reader")
                        .header("X-Request-Id", "mine-1")
                        .build(),
                BodyHandlers.ofString());
        assertThat(named.headers().firstValue("X-Request-Id")).hasValue("mine-1");
        assertThat(json(named).at("/instance").asText()).endsWith(":mine-1");
        assertThat(json(named).at("/type").asText()).isEqualTo("about:blank");
        assertThat(json(named).at("/title").asText()).isEqualTo("Not Found");

        var odd = CLIENT.send(
                request("/api/v1/instances", "reader")
                        .header("X-Request-Id", "<b> no")
                        .build(),
                BodyHandlers.ofString());
        assertThat(odd.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/docs", "/docs/style.css"})
    void showsTheContractWithoutATokenAndSendsItOnce(String path) throws Exception {
        var first = CLIENT.send(HttpRequest.newBuilder(BUNDLE.http(path)).build(), BodyHandlers.ofString());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = CLIENT.send(
                HttpRequest.newBuilder(BUNDLE.http(path))
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void showsTheContractAsAPageThatLoadsNothingFromElsewhere() throws Exception {
        var page = CLIENT.send(HttpRequest.newBuilder(BUNDLE.http("/docs")).build(), BodyHandlers.ofString());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.body())
                .contains("<code>POST</code> <code>/api/v1/query</code>", "Empties one cache", "SavedQuery")
                .doesNotContain("http://", "https://", "<script", ">null<");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing,                                  404",
        "GET,    /api/v1/instances/sandbox/../../../etc,    404",
        "GET,    /api/v1/autocomplete/..%2f..%2fobserve,    404",
        "GET,    /api/v1/instances/%2e%2e/health,           404",
        "GET,    /api/v1/instances//health,                 404",
        "GET,    /api/v1/instances/sand%00box/health,       404",
        "GET,    //api/v1/instances,                        404",
        "GET,    /api//v1/instances,                        404",
        "GET,    /observe/health/../../api/v1/instances,    404",
        "GET,    /observe/health/%2E%2e/metrics,            404",
        "GET,    /observe/health/..%2f..%2fapi/v1/caches,   404",
        "GET,    /docs/.%2e/api/v1/instances,               404",
        "GET,    /docs/..;/api/v1/caches,                   404",
        "GET,    /page/..%5c..%5capplication.properties,    404",
        "GET,    /page/..%2fapplication.properties,         404",
        "GET,    /page/app.js%00,                           404",
        "GET,    /api/v1/instances;x=1,                     404",
        "GET,    /api/v1/instances/sandbox;x/health,        404",
        "GET,    /api/v1/instances/%zz/health,              400",
        "GET,    /api/v1/instances/%,                       400",
        "GET,    /api/v1/autocomplete/hosts?query=%zz,      400",
        "GET,    /api/v1/query,                             405",
        "PATCH,  /api/v1/caches,                            405",
        "OPTIONS, /api/v1/instances,                        405",
    })
    void tellsWhatIsNotThere(String method, String path, int status) throws Exception {
        var reply = raw(method + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin\r\nConnection: close\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 " + status + " ");
        assertThat(reply).containsIgnoringCase("content-type: application/problem+json");
        if (status == 405) {
            assertThat(reply).containsIgnoringCase("\nallow: ");
        }
    }

    /** Each in the bytes that arrive: no client would send them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/instances/\0/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/instances HTTP/1.1\r\n\r\n",
                "GET /api/v1/instances HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "POST /api/v1/query HTTP/9.9\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody",
                "GET /api/v1/instances SPDY/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/instances\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /api/v1/instances HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n",
                "POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n",
                "POST /api/v1/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "\26\3\1 a TLS greeting\r\n\r\n"
            })
    void refusesWhatIsNoHttp(String request) throws Exception {
        assertThat(raw(request)).containsPattern("^HTTP/1.[01] 400 ").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer ,",
                "Bearer wrong",
                "Bearer reader,admin",
                "Basic reader",
                "reader",
                "Bearer reader\u00e9"
            })
    void refusesWrongTokensAndRepeatsNone(String authorization) throws Exception {
        var reply = raw("GET /api/v1/instances HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization
                + "\r\nConnection: close\r\n\r\n");

        assertThat(reply)
                .startsWith("HTTP/1.1 401 ")
                .contains("application/problem+json")
                .doesNotContain("reader", "admin", "wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void takesJsonOnly(String type) throws Exception {
        var reply = raw(HEAD + "Connection: close\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(reply).startsWith("HTTP/1.1 415 ").contains("application/problem+json");
    }

    @Test
    void cutsOffWhatIsTooLarge() throws Exception {
        assertThat(raw(HEAD + "Content-Type: application/json\r\nContent-Length: 999999999\r\n\r\n{"))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json");
        var chunk = "4000\r\n" + "a".repeat(0x4000) + "\r\n";
        assertThat(raw(HEAD + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(8)))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json");
        assertThat(raw(HEAD + "X-Large: " + "a".repeat(20_000) + "\r\n\r\n"))
                .contains(" 431 ")
                .contains("application/problem+json");
        assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .contains(" 414 ")
                .contains("application/problem+json");
        assertThat(raw("no HTTP at all\r\n\r\n")).startsWith("HTTP/1.");
    }

    @Test
    void callersWhoBreakOffOrChunkWronglyAreNoErrorsOfOurs() throws Exception {
        var errors = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                if (message.getLevel().intValue() > Level.INFO.intValue()) {
                    errors.add(message.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger("io.dromedary.http.FrontDoor");
        logger.addHandler(handler);
        try {
            assertThat(raw(HEAD + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n"))
                    .matches("(?s)|HTTP/1.1 400 .*");
            try (var away = connect()) {
                away.getOutputStream().write((HEAD + "Content-Length: 50\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            }
            // both have been noticed by the time that a later one was cut off
            assertThat(raw(HEAD + "Content-Length: 50\r\n\r\n{")).startsWith("HTTP/1.1 408 ");
            assertThat(errors).isEmpty();
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void closesConnectionsThatAreHeldUnused() throws Exception {
        try (var silent = connect();
                var dripping = connect();
                var halfBody = connect()) {
            halfBody.getOutputStream()
                    .write((HEAD + "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{")
                            .getBytes(StandardCharsets.UTF_8));
            dripping.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
            await().until(() -> isClosed(dripping));
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            assertThat(text(halfBody)).startsWith("HTTP/1.1 408 ");
        }
    }

    /** Sends another byte of a head that never ends. */
    private static boolean isClosed(Socket dripping) {
        try {
            dripping.getOutputStream().write("a".getBytes(StandardCharsets.UTF_8));
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static long entries(String cache) throws Exception {
        for (var one : json(send("GET", "/api/v1/caches", "reader", "")).at("/caches")) {
            if (one.path("name").asText().equals(cache)) {
                return one.path("entries").asLong();
            }
        }
        throw new AssertionError("no cache " + cache);
    }

    private static String raw(String request) throws IOException {
        try (var socket = connect()) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            } catch (IOException answeredEarly) {
                // what was said until then is read below
            }
            return text(socket);
        }
    }

    private static String text(Socket socket) throws IOException {
        var text = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                text.append((char) next);
            }
        } catch (IOException reset) {
            // the server hung up on a caller who was still sending
        }
        return text.toString();
    }

    private static Socket connect() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), BUNDLE.http("/").getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return CLIENT.send(request(path, token).method(method, publisher).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(BUNDLE.http(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> reply) throws IOException {
        return MAPPER.readTree(reply.body());
    }
}
