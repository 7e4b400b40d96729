// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that are edited while Dromedary runs, some of them wrongly. */
class LiveReloadTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @Test
    void routesFollowTheirFiles() throws Exception {
        copy(Path.of("routes"));
        copy(Path.of("kamelets"));
        Files.copy(Path.of("application.properties"), home.resolve("application.properties"));
        Files.createDirectories(home.resolve("routes/own"));
        var route = home.resolve("routes/own/hello.camel.yaml");
        write(route, "first");
        Files.writeString(home.resolve("routes/own/broken.camel.yaml"), "- route: { from: { uri: nosuch:thing } }\n");
        Files.writeString(home.resolve("routes/unreadable.camel.yaml"), "- route: [\n");
        Files.createDirectories(home.resolve("routes/own/..data"));
        Files.writeString(home.resolve("routes/own/..data/mounted.camel.yaml"), "- route: [\n");
        var system = new Properties();
        system.setProperty(Serving.DEV, "true");
        try (var bundle = new ServingBundle(home.toString(), system, "")) {
            await().atMost(LONGEST).until(() -> bundle.get("/hello").body().equals("first"));
            for (var broken : List.of("own/broken", "unreadable")) {
                assertThat(bundle.check("routes:" + broken + ".camel.yaml")
                                .path("status")
                                .asText())
                        .as(broken)
                        .isEqualTo("DOWN");
            }
            assertThat(bundle.check("routes:own/..data/mounted.camel.yaml").isMissingNode())
                    .isTrue();
            assertThat(bundle.get("/observe/health/ready").statusCode()).isEqualTo(200);

            write(route, "second");
            await().atMost(LONGEST).until(() -> bundle.get("/hello").body().equals("second"));

            put(route, "- route: { from: { uri: nosuch:thing } }\n");
            assertThat(bundle.get("/api/v1/instances").statusCode()).isEqualTo(200);
        }
    }

    private static void write(Path route, String text) throws IOException {
        put(route, """
                - route:
                    id: own-hello
                    from:
                      uri: platform-http:/hello
                      steps:
                        - setBody: { constant: %s }
                """.formatted(text));
    }

    /** At once, as editors do: a reload must not see half a file. */
    private static void put(Path route, String text) throws IOException {
        var fresh = Files.writeString(route.resolveSibling("fresh"), text);
        Files.move(fresh, route, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void copy(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var file : all.toList()) {
                Files.copy(file, home.resolve(file.toString()));
            }
        }
    }
}
