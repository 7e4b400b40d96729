// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/data-source-settings.md} and the code equal. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("docs/data-source-settings.md");

    @Test
    void listsEverySettingInItsPlace() throws IOException {
        assertThat(rows("\\| `(\\w+)` \\| `((?:secureJ|j)sonData)` \\| .+ \\|"))
                .isEqualTo(Arrays.stream(Option.values())
                        .map(option -> option.key() + " " + option.place().wireName())
                        .toList());
    }

    @Test
    void listsEverySite() throws IOException {
        assertThat(rows("\\| ([A-Z0-9-]+) \\| (`\\S+` \\| `\\S+`) \\|"))
                .isEqualTo(Arrays.stream(Site.values())
                        .map(site -> site.label() + " `" + site.domain() + "` | `"
                                + site.appUrl().getHost() + "`")
                        .toList());
    }

    private static List<String> rows(String pattern) throws IOException {
        var row = Pattern.compile(pattern);
        return Files.readAllLines(PAGE).stream()
                .map(row::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
    }
}
