// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceDirectoryTest {

    private static final String KEYS = "\napi-key = {{api}}\napp-key = 0123456789abcdef0123456789abcdef01234567\n";

    private final ConfiguredInstances instances = new ConfiguredInstances(Map.of());

    @TempDir
    private Path directory;

    private InstanceDirectory files;

    @BeforeEach
    void watch() {
        var fixed = new InstanceProperties().read(Map.of("dromedary.instance.fixed.site", "sandbox"));
        instances.replace(fixed);
        files = new InstanceDirectory(
                directory.toString(), fixed, instances, new InstanceFile(InstanceDirectoryTest::resolve));
    }

    @Test
    void readsPropertiesAndJson() throws IOException {
        write("one.properties", "site = datadoghq.eu" + KEYS);
        write("two.json", "{\"site\":\"sandbox\",\"tlsSkipVerify\":true}");
        write("notes.txt", "site = sandbox");
        files.refresh();

        assertThat(instances.all()).containsOnlyKeys("fixed", "one", "two");
        assertThat(instances.named("one").secrets()).containsEntry("apiKey", "0123456789abcdef0123456789abcdef");
        assertThat(new String(instances.named("two").jsonData(), UTF_8)).contains("\"tlsSkipVerify\":true");
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void followsChangesAndForgetsWhatIsGone() throws IOException {
        write("one.json", "{\"site\":\"sandbox\"}");
        files.refresh();
        write("one.json", "{\"site\":\"sandbox\",\"timeout\":\"7\"}");
        files.refresh();
        assertThat(new String(instances.named("one").jsonData(), UTF_8)).contains("7");

        Files.delete(directory.resolve("one.json"));
        files.refresh();
        assertThat(instances.all()).containsOnlyKeys("fixed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"site\"            | no JSON object, see line 1",
                "[]                   | no JSON object",
                "{\"site\":\"x.example\"} | Unknown Datadog site",
                "{\"site\":\"EU1\",\"rateLimit\":\"retry\"} | rateLimit must be wait or fail",
                "{\"sight\":\"sandbox\"} | sight",
                "{\"site\":\"sandbox\",\"apiKey\":\"{{missing}}\"} | api-key cannot be used: it stands for nothing",
            })
    void keepsTheOldOneWhenAFileBreaks(String broken, String problem) throws IOException {
        write("one.json", "{\"site\":\"sandbox\"}");
        files.refresh();
        write("one.json", broken + " ");
        files.refresh();

        assertThat(instances.all()).containsOnlyKeys("fixed", "one");
        assertThat(files.problems().get("one.json")).contains(problem);

        write("one.json", "{\"site\":\"sandbox\"}  ");
        files.refresh();
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void letsNoFileReplaceWhatApplicationPropertiesHas() throws IOException {
        write("fixed.json", "{\"site\":\"sandbox\",\"timeout\":\"7\"}");
        files.refresh();

        assertThat(files.problems()).containsOnlyKeys("fixed.json");
        assertThat(new String(instances.named("fixed").jsonData(), UTF_8)).doesNotContain("7");
    }

    private static String resolve(String text) {
        if (text.contains("{{missing}}")) {
            throw new IllegalArgumentException("it stands for nothing");
        }
        return text.replace("{{api}}", "0123456789abcdef0123456789abcdef");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
