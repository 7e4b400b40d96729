// SPDX-License-Identifier: Apache-2.0
package io.dromedary.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The form that Camel's own catalogue of Kamelets asks for. */
class KameletFilesTest {

    private static final Pattern NAME = Pattern.compile("datadog-[a-z]+-(source|sink|action)");
    private static final Pattern USE = Pattern.compile("\\{\\{\\??([A-Za-z]+)}}");
    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean");
    private static final List<String> SECRET = List.of("key", "token", "password", "secret");

    private static final Map<Path, Map<String, Object>> FILES = new TreeMap<>();

    @BeforeAll
    static void load() throws IOException {
        try (var files = Files.list(Path.of("kamelets"))) {
            for (var file : files.toList()) {
                try (Reader text = Files.newBufferedReader(file)) {
                    FILES.put(file, map(new Load(LoadSettings.builder().build()).loadFromReader(text)));
                }
            }
        }
    }

    @Test
    void thereAreSources() {
        assertThat(FILES.keySet().stream().map(file -> file.getFileName().toString()))
                .contains("datadog-metrics-source.kamelet.yaml", "datadog-query-action.kamelet.yaml");
    }

    @Test
    void everyFileIsNamedByWhatItIs() {
        FILES.forEach((file, kamelet) -> {
            var name = text(kamelet, "metadata", "name");
            var named = NAME.matcher(name);
            assertThat(named.matches()).as(name).isTrue();
            assertThat(file.getFileName()).hasToString(name + ".kamelet.yaml");
            assertThat(text(kamelet, "kind")).isEqualTo("Kamelet");
            assertThat(text(kamelet, "apiVersion")).isEqualTo("camel.apache.org/v1");
            assertThat(text(kamelet, "metadata", "labels", "camel.apache.org/kamelet.type"))
                    .isEqualTo(named.group(1));
            assertThat(map(at(kamelet, "metadata", "annotations")))
                    .containsKeys("camel.apache.org/provider", "camel.apache.org/kamelet.support.level");
        });
    }

    @Test
    void everyFileDescribesItselfAndItsProperties() {
        FILES.forEach((file, kamelet) -> {
            var definition = map(at(kamelet, "spec", "definition"));
            assertThat(text(definition, "title")).as(file.toString()).startsWith("Datadog ");
            assertThat(text(definition, "description"))
                    .as(file.toString())
                    .hasSizeGreaterThan(40)
                    .endsWith(".");
            assertThat(text(definition, "type")).isEqualTo("object");
            var properties = map(definition.get("properties"));
            properties.forEach((name, value) -> checkProperty(file + " " + name, name, map(value)));
            for (var required : (List<?>) definition.get("required")) {
                assertThat(map(properties.get(required)))
                        .as(file + " " + required)
                        .doesNotContainKey("default");
            }
        });
    }

    @Test
    void everyPropertyIsUsedAndEveryUseIsDescribed() throws IOException {
        for (var file : FILES.keySet()) {
            var used = new HashSet<String>();
            USE.matcher(Files.readString(file)).results().forEach(use -> used.add(use.group(1)));

            assertThat(used)
                    .as(file.toString())
                    .isEqualTo(map(at(FILES.get(file), "spec", "definition", "properties"))
                            .keySet());
        }
    }

    @Test
    void everyFileNamesItsDependencies() {
        FILES.forEach((file, kamelet) -> assertThat((List<?>) at(kamelet, "spec", "dependencies"))
                .as(file.toString())
                .isNotEmpty()
                .allSatisfy(dependency -> assertThat(dependency.toString()).matches("(camel|mvn):.+")));
    }

    private static void checkProperty(String place, String name, Map<String, Object> property) {
        assertThat(text(property, "title")).as(place).isNotBlank();
        assertThat(text(property, "description")).as(place).endsWith(".");
        assertThat(text(property, "type")).as(place).isIn(TYPES);
        assertThat(property).as(place).containsKey("example");
        if (property.containsKey("enum")) {
            assertThat(((List<?>) property.get("enum")).contains(property.get("default")))
                    .as(place)
                    .isTrue();
        }
        if (SECRET.stream().anyMatch(word -> name.toLowerCase(Locale.ROOT).contains(word))) {
            assertThat(text(property, "format")).as(place).isEqualTo("password");
        }
    }

    private static Object at(Map<String, Object> root, String... path) {
        Object found = root;
        for (var name : path) {
            found = map(found).get(name);
        }
        return found;
    }

    private static String text(Map<String, Object> root, String... path) {
        return String.valueOf(at(root, path));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }
}
