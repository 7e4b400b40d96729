// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SIGTERM does to a process that serves. */
class DrainTest {

    private static final String SLOW = """
            - route:
                id: own-slow
                from:
                  uri: platform-http:/slow
                  steps:
                    - delay: { constant: 8000 }
                    - setBody: { constant: done }
            """;

    @TempDir
    private Path home;

    @Test
    void callsInFlightEndAfterReadinessHasGone() throws Exception {
        ServeProcess.home(home, SLOW);
        // settings of another file, as a container mounts them
        var more = home.resolve("more.properties");
        Files.writeString(more, "dromedary.http.drain-delay = 6s\n");
        try (var process = new ServeProcess(home, "-Ddromedary.config=" + more)) {
            process.awaitReady();
            var inFlight = HttpClient.newHttpClient().sendAsync(process.request("/slow"), BodyHandlers.ofString());

            process.process.destroy();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> process.get("/observe/health/ready").statusCode() == 503);
            assertThat(process.get("/observe/health/live").statusCode()).isEqualTo(200);
            assertThat(process.get("/api/v1/instances").statusCode()).isEqualTo(200);

            assertThat(inFlight.get(60, TimeUnit.SECONDS).body()).isEqualTo("done");
            assertThat(process.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
