// SPDX-License-Identifier: Apache-2.0
package io.dromedary.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.config.ResourceBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Compares {@code src/main/openapi/dromedary.yaml} with the routes and resources, both ways. */
class HttpContractTest {

    /** Answered by Camel and the sandbox, or made for browsers. */
    private static final List<String> BESIDE = List.of("/", "/page/{file}", "/docs", "/docs/style.css", "/sandbox");

    /** These routes take whatever the table of resources has. */
    private static final List<String> RESOURCES = List.of("/api/v1/autocomplete/{list}", "/api/v1/query/{action}");

    @Test
    void everyRouteIsInTheContractAndEveryOperationHasARoute() throws IOException {
        var served = new TreeSet<String>();
        try (var files = Files.walk(Path.of("routes/api"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                routes(file).forEach(served::add);
            }
        }
        resources().forEach(served::add);

        assertThat(promised()).isEqualTo(served);
    }

    private static Stream<String> routes(Path file) {
        return list(yaml(file)).stream()
                .map(entry -> map(map(map(entry).get("route")).get("from")))
                .filter(from -> String.valueOf(from.get("uri")).startsWith("platform-http:"))
                .filter(from -> !BESIDE.contains(path(from)) && !RESOURCES.contains(path(from)))
                .map(from -> map(from.get("parameters")).get("httpMethodRestrict") + " " + path(from));
    }

    private static String path(Map<?, ?> from) {
        return String.valueOf(from.get("uri")).replaceFirst("platform-http:", "");
    }

    private static Stream<String> resources() {
        return new ResourceBeans()
                .resources().stream().map(resource -> resource.method() + " /api/v1/" + resource.path());
    }

    /** Returns method and path of each operation; one whose path has a choice counts for each. */
    private static Set<String> promised() {
        var promised = new TreeSet<String>();
        map(map(yaml(Path.of("src/main/openapi/dromedary.yaml"))).get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    for (var real : paths(String.valueOf(path), map(operation))) {
                        promised.add(String.valueOf(method).toUpperCase(Locale.ROOT) + " " + real);
                    }
                }));
        return promised;
    }

    private static List<String> paths(String path, Map<?, ?> operation) {
        return list(operation.get("parameters")).stream()
                .map(HttpContractTest::map)
                .filter(parameter -> "path".equals(parameter.get("in")))
                .filter(parameter -> map(parameter.get("schema")).containsKey("enum"))
                .map(parameter -> list(map(parameter.get("schema")).get("enum")).stream()
                        .map(choice -> path.replace("{" + parameter.get("name") + "}", String.valueOf(choice)))
                        .collect(Collectors.toList()))
                .findFirst()
                .orElse(List.of(path));
    }

    private static Object yaml(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
