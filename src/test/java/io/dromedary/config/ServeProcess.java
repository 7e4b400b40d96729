// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.awaitility.Awaitility.await;

import io.dromedary.ClassPath;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dromedary as it runs for pipelines, in a process of its own, with a home of its own. */
final class ServeProcess implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Process process;
    private final Path log;
    private final int port = ServingBundle.freePort();

    /** @param options of Java */
    ServeProcess(Path home, String... options) throws IOException {
        this(home, Map.of(), options);
    }

    /** @param environment beside that of this process */
    ServeProcess(Path home, Map<String, String> environment, String... options) throws IOException {
        log = home.resolve("log-" + port);
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-Ddromedary.home=" + home));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", ClassPath.text(), "io.dromedary.Dromedary", "serve"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("DROMEDARY_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Makes a home with the routes and settings of this project, and one route more. */
    static void home(Path home, String route) throws IOException {
        for (var part : List.of("routes", "kamelets", "application.properties")) {
            try (var all = Files.walk(Path.of(part))) {
                for (var file : all.toList()) {
                    Files.copy(file, home.resolve(file.toString()));
                }
            }
        }
        Files.createDirectories(home.resolve("routes/own"));
        Files.writeString(home.resolve("routes/own/own.camel.yaml"), route);
    }

    /** Returns what it has written so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(request(path).uri())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path), BodyHandlers.ofString());
    }

    void awaitReady() {
        await().atMost(LONGEST).until(() -> {
            try {
                return get("/observe/health/ready").statusCode() == 200;
            } catch (ConnectException notYet) {
                return false;
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
