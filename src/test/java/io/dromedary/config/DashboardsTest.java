// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.query.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboards in the package: each query of them has data on the sandbox, and none knows a data source's uid. */
class DashboardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PLUGIN = Path.of("src/main/plugin");

    /** What is chosen where a variable has no "All"; the sandbox has all of these. */
    private static final Map<String, String> CHOSEN = Map.of(
            "operation", "trace.http.request",
            "env", "prod",
            "slow", "200000000",
            "slo", "slo-checkout-availability",
            "test", "shp-hom-001");

    private static SandboxWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new SandboxWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    static Stream<Path> dashboards() throws IOException {
        try (var files = Files.list(PLUGIN.resolve("dashboards"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void areAllToldInThePluginsDescription() throws IOException {
        var told = new ArrayList<String>();
        for (var include : JSON.readTree(PLUGIN.resolve("plugin.json").toFile()).path("includes")) {
            assertThat(include.path("type").asText()).isEqualTo("dashboard");
            var dashboard =
                    JSON.readTree(PLUGIN.resolve(include.path("path").asText()).toFile());
            assertThat(include.path("name")).isEqualTo(dashboard.path("title"));
            told.add(include.path("path").asText());
        }

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(dashboards()
                        .map(path -> PLUGIN.relativize(path).toString())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void takeTheDataSourceFromAVariable(Path file) throws IOException {
        var dashboard = JSON.readTree(file.toFile());

        assertThat(dashboard.findValues("datasource")).hasSizeGreaterThan(5).allSatisfy(source -> {
            var builtIn = source.path("type").asText().equals("grafana");
            assertThat(source.path("uid").asText()).isEqualTo(builtIn ? "-- Grafana --" : "${datasource}");
            assertThat(source.path("type").asText()).isIn("grafana", "dromedary-datadog-datasource");
        });
        var first = dashboard.at("/templating/list/0");
        assertThat(first.path("type").asText()).isEqualTo("datasource");
        assertThat(first.path("query").asText()).isEqualTo("dromedary-datadog-datasource");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void askWhatTheSandboxAnswers(Path file) throws IOException {
        var dashboard = JSON.readTree(file.toFile());
        var variables = variables(dashboard);
        var range = range(dashboard);

        for (var panel : elements(dashboard.path("panels"))) {
            var targets = elements(panel.path("targets"));
            if (!targets.isEmpty()) {
                var asked =
                        targets.stream().map(target -> saved(target, variables)).toArray(String[]::new);
                assertAnswered(panel.path("title").asText(), targets, world.panel(range, asked));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void showEventsThatMayHaveHappened(Path file) throws IOException {
        var dashboard = JSON.readTree(file.toFile());
        var variables = variables(dashboard);

        for (var annotation : dashboard.at("/annotations/list")) {
            if (annotation.has("target")) {
                var asked = saved(annotation.path("target"), variables);
                var answer = world.panel(Duration.ofDays(2), asked).get("A");
                assertThat(answer).as(asked).isNotNull();
                assertThat(answer.failure()).as(asked).isNull();
                assertThat(answer.frames())
                        .as(asked)
                        .isNotEmpty()
                        .allSatisfy(frame -> assertThat(frame.rows()).isPositive());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "logs-traces", "reliability"})
    void tellWhatHappenedOverTheirGraphs(String name) throws IOException {
        var dashboard = JSON.readTree(
                PLUGIN.resolve("dashboards").resolve(name + ".json").toFile());

        assertThat(elements(dashboard.at("/annotations/list")))
                .filteredOn(annotation -> annotation.has("target"))
                .hasSizeGreaterThan(1)
                .anyMatch(annotation -> annotation.path("enable").asBoolean());
    }

    private static Duration range(JsonNode dashboard) {
        var from = dashboard.at("/time/from").asText();
        assertThat(from).matches("now-\\d+h");
        return Duration.ofHours(Long.parseLong(from.substring(4, from.length() - 1)));
    }

    private static void assertAnswered(String panel, List<JsonNode> targets, Map<String, Answer> answers) {
        for (var target : targets) {
            var text = panel + ": " + target.path("query").asText();
            var answer = answers.get(target.path("refId").asText());
            assertThat(answer).as(text).isNotNull();
            assertThat(answer.failure()).as(text).isNull();
            assertThat(answer.frames())
                    .as(text)
                    .isNotEmpty()
                    .allSatisfy(frame -> assertThat(frame.rows()).isPositive());
        }
    }

    private static String saved(JsonNode target, ObjectNode variables) {
        return ((ObjectNode) target.deepCopy()).set("variables", variables).toString();
    }

    private static ObjectNode variables(JsonNode dashboard) {
        var values = JSON.createObjectNode();
        for (var variable : dashboard.at("/templating/list")) {
            var name = variable.path("name").asText();
            if (List.of("query", "custom").contains(variable.path("type").asText())) {
                var all = variable.path("includeAll").asBoolean();
                assertThat(all || CHOSEN.containsKey(name)).as(name).isTrue();
                values.putArray(name).add(all ? "*" : CHOSEN.get(name));
            }
        }
        return values;
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
