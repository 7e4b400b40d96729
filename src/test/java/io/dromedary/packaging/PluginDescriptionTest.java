// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** plugin.json, by the rules of Grafana's schema for it. */
class PluginDescriptionTest {

    private static final Path PLUGIN = Path.of("src/main/plugin");

    /** Those of the schema that a data source with a backend may use. */
    private static final Set<String> MEMBERS = Set.of(
            "$schema",
            "type",
            "name",
            "id",
            "category",
            "metrics",
            "logs",
            "tracing",
            "annotations",
            "alerting",
            "streaming",
            "multiValueFilterOperators",
            "backend",
            "executable",
            "queryOptions",
            "includes",
            "info",
            "dependencies");

    private static JsonNode plugin;

    @BeforeAll
    static void read() throws IOException {
        plugin = new ObjectMapper().readTree(PLUGIN.resolve("plugin.json").toFile());
    }

    @Test
    void hasWhatIsRequiredAndNothingUnknown() {
        assertThat(names(plugin)).contains("type", "name", "id", "info", "dependencies");
        assertThat(MEMBERS).containsAll(names(plugin));
        assertThat(plugin.path("type").asText()).isEqualTo("datasource");
        assertThat(plugin.path("id").asText()).matches("[0-9a-z]+-([0-9a-z]+-)?datasource");
        assertThat(plugin.path("category").asText()).isEqualTo("cloud");
        assertThat(plugin.at("/dependencies/grafanaDependency").asText()).matches(">=\\d+\\.\\d+\\.\\d+");
        assertThat(plugin.at("/dependencies/plugins").isArray()).isTrue();
    }

    @Test
    void tellsAboutItself() {
        var info = plugin.path("info");

        assertThat(names(info)).contains("author", "description", "keywords", "links", "logos", "updated", "version");
        assertThat(info.path("version").asText()).isEqualTo("%VERSION%");
        assertThat(info.path("updated").asText()).isEqualTo("%TODAY%");
        assertThat(info.path("keywords")).hasSizeGreaterThan(2);
        assertThat(info.path("description").asText()).isNotBlank().hasSizeLessThan(200);
    }

    @Test
    void namesFilesThatAreThere() {
        var files = new ArrayList<String>();
        plugin.at("/info/logos").forEach(logo -> files.add(logo.asText()));
        plugin.at("/info/screenshots")
                .forEach(screenshot -> files.add(screenshot.path("path").asText()));
        plugin.path("includes")
                .forEach(include -> files.add(include.path("path").asText()));
        files.add(plugin.path("executable").asText());

        // docs/ lies beside all of src/main/plugin in the package
        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(file.startsWith("docs/") ? Path.of(file) : PLUGIN.resolve(file))
                        .isRegularFile());
    }

    @Test
    void promisesWhatABackendIsNeededFor() {
        assertThat(plugin.path("backend").asBoolean()).isTrue();
        for (var promise : List.of("metrics", "logs", "tracing", "annotations", "alerting", "streaming")) {
            assertThat(plugin.path(promise).asBoolean()).as(promise).isTrue();
        }
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
