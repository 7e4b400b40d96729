// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.DemoKeys;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real route, over real HTTP. */
class SandboxRouteTest {

    private static Main main;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        main = new Bundle(".", Map.of()).main(false, true);
        main.addOverrideProperty("dromedary.http.port", Integer.toString(port));
        main.start();
    }

    @AfterAll
    static void stop() {
        main.stop();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox" + path))
                .header("DD-API-KEY", DemoKeys.API_KEY)
                .header("DD-APPLICATION-KEY", DemoKeys.APP_KEY);
    }

    @Test
    void answersAsDatadogWould() throws Exception {
        var response = send(request("/api/v2/metrics?page%5Bsize%5D=1"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("datadog.agent.running").contains("next_cursor");
        assertThat(response.headers().firstValue("x-ratelimit-name")).contains("metrics_list");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void sendsNothingOfTheRequestBack() throws Exception {
        var headers = send(request("/api/v1/validate?secret=1")).headers().map();
        assertThat(headers).doesNotContainKeys("dd-api-key", "dd-application-key", "secret", "camelhttppath");
        assertThat(headers.toString()).doesNotContain(DemoKeys.API_KEY);
    }

    @Test
    void readsBodies() throws Exception {
        var response = send(request("/api/v2/query/timeseries").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"errors\":[\"API input validation failed: Invalid type. Expected \\\"timeseries_request\\\".\"]}");
    }

    @Test
    void wantsKeys() throws Exception {
        var response = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/api/v1/hosts")));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"errors\":[\"API key required\"]}");
    }

    @Test
    void decodesAPathOnce() throws Exception {
        assertThat(send(request("/api/v1/metrics/system.cpu%2Euser")).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/v1/metrics/a%2Fb")).statusCode()).isEqualTo(404);
    }

    @Test
    void answersOtherMethodsAndPathsInDatadogsShape() throws Exception {
        assertThat(send(request("/api/v1/hosts").DELETE()).statusCode()).isEqualTo(405);
        assertThat(send(request("")).body()).isEqualTo("{\"errors\":[\"Not Found\"]}");
    }
}
