// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that no file names, and instances whose placeholders stand for nothing, in a process as users start it. */
class OutsideSettingsTest {

    private static final String QUERY = "{\"instance\":\"%s\",\"queries\":[{\"query\":\"avg:system.cpu.user{*}\"}]}";

    @TempDir
    private Path home;

    @Test
    void instancesComeFromOutsideAndOneThatCannotBeUsedFailsAlone() throws Exception {
        ServeProcess.home(home, "[]");
        var environment = Map.of(
                "DROMEDARY_INSTANCE_BY_VARIABLE_SITE", "sandbox",
                "DROMEDARY_INSTANCE_UNSET_SITE", "US1",
                "DROMEDARY_INSTANCE_UNSET_API_KEY", "{{env:NO_SUCH_VARIABLE}}",
                "DROMEDARY_INSTANCE_UNSET_APP_KEY", "{{hashicorp:secret:datadog#app-key}}",
                "DROMEDARY_LOG_LEVEL", "warn");
        try (var server = new ServeProcess(
                home,
                environment,
                "-Ddromedary.instance.by-property.site=sandbox",
                "-Ddromedary.instance.by-variable.site=US1")) {
            server.awaitReady();

            assertThat(server.post("/api/v1/query", QUERY.formatted("by-property"))
                            .body())
                    .contains("\"status\":200");
            assertThat(server.post("/api/v1/query", QUERY.formatted("by-variable"))
                            .body())
                    .contains("\"status\":200");
            assertThat(server.post("/api/v1/query", QUERY.formatted("unset")).body())
                    .contains("dromedary.instance.unset.api-key has a placeholder")
                    .doesNotContain("NO_SUCH_VARIABLE");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(server.get("/health.json").body())
                                    .containsPattern(
                                            "\"instance-unset-settings\",\\s+\"group\" : \"instance\",\\s+\"status\" : \"DOWN\""));
            assertThat(server.log().lines().filter(line -> line.contains("api-key cannot be used")))
                    .hasSize(1);
            assertThat(server.log())
                    .contains("dromedary.instance.unset.api-key cannot be used")
                    .contains("{{hashicorp:…}} needs camel-hashicorp-vault")
                    .doesNotContain("Dromedary is ready");
        }
    }
}
