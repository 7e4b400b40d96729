// SPDX-License-Identifier: Apache-2.0
package io.dromedary.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsFileTest {

    private static final Path FILE = Path.of("application.properties");
    private static final Pattern ENTRY = Pattern.compile("^(dromedary\\.[\\w.-]+) *=");

    /** In Java a whole literal, elsewhere a placeholder. {@code dromedary.home} is the launcher's, no setting. */
    private static final Pattern USE = Pattern.compile("(?:\"|\\{\\{)(dromedary\\.[a-z-]+\\.[a-z.-]*)(?:\"|:|}})");

    @Test
    void listsEverySettingThatIsReadAndNoOther() throws IOException {
        var used = used();
        var listed = listed();

        assertThat(listed).isNotEmpty();
        assertThat(used).filteredOn(key -> !key.endsWith(".")).isSubsetOf(listed);
        assertThat(listed)
                .filteredOn(key -> used.stream().noneMatch(use -> covers(use, key)))
                .isEmpty();
    }

    @Test
    void explainsEverySetting() throws IOException {
        var lines = Files.readAllLines(FILE);

        for (var i = 1; i < lines.size(); i++) {
            var above = lines.get(i - 1);
            var entry = ENTRY.matcher(lines.get(i));
            if (entry.find() && !isVariantOf(above, entry.group(1))) {
                assertThat(above)
                        .as("line above " + lines.get(i))
                        .startsWith("# ")
                        .hasSizeGreaterThan(20);
            }
        }
    }

    /** One comment serves a setting and the narrower ones that follow it. */
    private static boolean isVariantOf(String line, String key) {
        var entry = ENTRY.matcher(line);
        return entry.find() && key.startsWith(entry.group(1) + ".");
    }

    /** A literal that ends with a dot stands for all names that begin with it. */
    private static boolean covers(String use, String key) {
        return use.equals(key) || key.startsWith(use.endsWith(".") ? use : use + ".");
    }

    private static Set<String> listed() throws IOException {
        return matches(ENTRY, Files.readAllLines(FILE).stream());
    }

    private static Set<String> used() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"));
                var routes = Files.walk(Path.of("routes"))) {
            var files = Stream.concat(Stream.concat(sources, routes).filter(Files::isRegularFile), Stream.of(FILE))
                    .toList();
            return matches(USE, files.stream().flatMap(SettingsFileTest::lines));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    private static Set<String> matches(Pattern pattern, Stream<String> lines) {
        var found = new TreeSet<String>();
        lines.flatMap(line -> pattern.matcher(line).results()).forEach(match -> found.add(match.group(1)));
        return found;
    }
}
