// SPDX-License-Identifier: Apache-2.0
package io.dromedary.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageInfoTest {

    private static final String LICENCE = "SPDX-License-Identifier: Apache-2.0";

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        var packages = files("src/main/java", ".java").stream()
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                        .isRegularFile()
                        .content()
                        .contains("/**", "@NullMarked"));
    }

    @Test
    void everyFileNamesItsLicenceFirst() throws IOException {
        var written =
                List.of(files("src", ".java"), files("src", ".proto"), files("src", ".js"), files("routes", ".yaml"));

        assertThat(written)
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(kind)
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(Files.readAllLines(file).get(0)).endsWith(LICENCE)));
    }

    private static List<Path> files(String root, String suffix) throws IOException {
        try (var all = Files.walk(Path.of(root))) {
            return all.filter(file ->
                            file.toString().endsWith(suffix) && !file.toString().contains("node_modules"))
                    .toList();
        }
    }
}
