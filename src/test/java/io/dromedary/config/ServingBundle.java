// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** Dromedary as it runs for pipelines, in this JVM, on a free port and the sandbox. Close it. */
final class ServingBundle implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final Main main;

    /**
     * @param settings unlike those in application.properties, in the same form
     * @param own routes beside those in routes/
     */
    ServingBundle(String settings, RouteBuilder... own) throws Exception {
        this(".", new Properties(), settings, own);
    }

    /** @param system the properties that choose an example, and the like */
    ServingBundle(Properties system, String settings) throws Exception {
        this(".", system, settings);
    }

    ServingBundle(String home, Properties system, String settings, RouteBuilder... own) throws Exception {
        main = new Bundle(home, Map.of()).main(false, true);
        new Serving(Path.of(home).toAbsolutePath().normalize(), system).prepare(main);
        main.addOverrideProperty("dromedary.http.port", String.valueOf(port));
        settings.lines()
                .map(line -> line.split(" = ", 2))
                .forEach(setting -> main.addOverrideProperty(setting[0], setting[1]));
        for (var routes : own) {
            main.configure().addRoutesBuilder(routes);
        }
        main.start();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    int port() {
        return port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Returns one of the checks on the health page; a missing node if there is none. */
    JsonNode check(String id) throws IOException, InterruptedException {
        for (var check : new ObjectMapper().readTree(get("/health.json").body()).path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return check;
            }
        }
        return new ObjectMapper().missingNode();
    }

    @Override
    public void close() {
        main.stop();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
