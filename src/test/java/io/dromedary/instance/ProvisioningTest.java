// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/ and provisioning/ tell Grafana is what the backend takes. */
class ProvisioningTest {

    private static final String TYPE = "dromedary-datadog-datasource";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path PAGE = Path.of("docs/provisioning.md");

    /** What stands in the environment. */
    private static final Map<String, String> VARIABLES = Map.of(
            "$DATADOG_SITE", "datadoghq.eu",
            "$DATADOG_API_KEY", Sources.KEYS.get("apiKey"),
            "$DATADOG_APP_KEY", Sources.KEYS.get("appKey"));

    private final SettingsReader reader = new SettingsReader();

    @Test
    void givesTheDataSourcesOfTheFiles() throws IOException {
        var settings = settings(
                YAML.readTree(Path.of("provisioning/datasources/dromedary.yaml").toFile()));

        assertThat(settings).extracting(Settings::sandbox).containsExactly(true, false);
        assertThat(settings.get(1).site()).isEqualTo(Site.EU1);
    }

    @Test
    void givesTheDataSourcesOfThePages() throws IOException {
        var documents = new ArrayList<JsonNode>();
        for (var page : List.of(PAGE, Path.of("docs/data-source-settings.md"))) {
            for (var block : blocks(page, "yaml")) {
                documents.add(YAML.readTree(block));
            }
        }

        assertThat(documents)
                .hasSizeGreaterThan(3)
                .allSatisfy(document ->
                        assertThat(document.path("apiVersion").asInt()).isEqualTo(1));
        assertThat(documents.stream().flatMap(document -> settings(document).stream()))
                .hasSizeGreaterThan(2)
                .allSatisfy(read -> assertThat(read.apiKey().reveal()).isEqualTo(Sources.KEYS.get("apiKey")));
    }

    @Test
    void givesTheDataSourceOfTerraform() throws IOException {
        var text = String.join("\n", blocks(PAGE, "terraform"));
        var open = object(text, "json_data_encoded");
        var secret = object(text, "secure_json_data_encoded");
        assertThat(secret).containsValues("var.datadog_api_key", "var.datadog_app_key");

        var read = reader.read(Sources.source("u", 1, new ObjectMapper().writeValueAsString(open), Sources.KEYS));

        assertThat(secret).containsOnlyKeys(Sources.KEYS.keySet());
        assertThat(read.site()).isEqualTo(Site.EU1);
        assertThat(read.timeout()).hasSeconds(30);
    }

    @Test
    void findsTheDashboardsInThePackage() throws IOException {
        var provider = YAML.readTree(
                        Path.of("provisioning/dashboards/dromedary.yaml").toFile())
                .at("/providers/0");
        var compose = YAML.readTree(Path.of("docker-compose.yaml").toFile()).at("/services/grafana");
        var plugin = "/var/lib/grafana/plugins/" + TYPE;

        assertThat(provider.at("/options/path").asText()).isEqualTo(plugin + "/dashboards");
        assertThat(compose.path("volumes"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "./target/plugin:" + plugin + ":ro",
                        "./provisioning/datasources:/etc/grafana/provisioning/datasources:ro",
                        "./provisioning/dashboards:/etc/grafana/provisioning/dashboards:ro");
        assertThat(compose.at("/environment/GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS")
                        .asText())
                .isEqualTo(TYPE);
    }

    private List<Settings> settings(JsonNode document) {
        var read = new ArrayList<Settings>();
        for (var source : document.path("datasources")) {
            assertThat(source.path("type").asText()).isEqualTo(TYPE);
            var secrets = new HashMap<String, String>();
            source.path("secureJsonData")
                    .fields()
                    .forEachRemaining(secret ->
                            secrets.put(secret.getKey(), value(secret.getValue().asText())));
            secrets.computeIfPresent("tlsCACert", (name, ca) -> TlsReaderTest.CERTIFICATE);
            read.add(reader.read(
                    Sources.source("u", 1, value(source.path("jsonData").toString()), secrets)));
        }
        return read;
    }

    private static String value(String text) {
        var value = text;
        for (var variable : VARIABLES.entrySet()) {
            value = value.replace(variable.getKey(), variable.getValue());
        }
        return value;
    }

    /** The members of {@code name = jsonencode({…})}. */
    private static Map<String, Object> object(String terraform, String name) {
        var object = Pattern.compile("\\b" + name + "\\s*= jsonencode\\(\\{(.*?)}\\)", Pattern.DOTALL)
                .matcher(terraform);
        assertThat(object.find()).isTrue();
        var members = new HashMap<String, Object>();
        for (var line : object.group(1).strip().lines().toList()) {
            var member = line.strip().split("\\s*=\\s*", 2);
            members.put(
                    member[0], member[1].matches("\\d+") ? Integer.valueOf(member[1]) : member[1].replace("\"", ""));
        }
        return members;
    }

    private static List<String> blocks(Path page, String language) throws IOException {
        var fence = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
        return fence.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
