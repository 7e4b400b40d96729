// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.proto.pluginv2.CollectMetricsRequest;
import io.dromedary.proto.pluginv2.DiagnosticsGrpc;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code package} leaves, installed elsewhere and started. */
class PackageIT {

    private static final String ID = "dromedary-datadog-datasource";
    private static final List<String> EXECUTABLES = List.of(
            "gpx_dromedary_darwin_amd64",
            "gpx_dromedary_darwin_arm64",
            "gpx_dromedary_linux_amd64",
            "gpx_dromedary_linux_arm64");

    @TempDir
    private Path root;

    private Path installed;
    private Path log;

    /** Unpacks the zip as Grafana does: to another directory, all files with new times. */
    @BeforeEach
    void install() throws IOException {
        installed = root.toRealPath().resolve("some plugins").resolve(ID);
        log = root.resolve("stderr");
        try (var zip = FileSystems.newFileSystem(zip(), Map.of("enablePosixFileAttributes", true))) {
            copy(zip.getPath("/" + ID), installed);
        }
    }

    static Stream<JavaHome> javas() {
        return Training.homes().stream()
                .filter(java -> java.isRunning()
                        || Files.exists(Path.of("target/plugin/lib/cache").resolve(java.archive())));
    }

    @Test
    void isOneFolderNamedByTheIdAndCanBeExecuted() throws IOException {
        try (var zip = FileSystems.newFileSystem(zip(), Map.of("enablePosixFileAttributes", true));
                var roots = Files.list(zip.getPath("/"))) {
            assertThat(roots).containsExactly(zip.getPath("/" + ID));
            assertThat(EXECUTABLES)
                    .allSatisfy(name -> assertThat(
                                    PosixFilePermissions.toString(Files.getPosixFilePermissions(zip.getPath(ID, name))))
                            .isEqualTo("rwxr-xr-x"));
        }
        assertThat(installed.resolve("lib/dromedary.jar")).isRegularFile();
        assertThat(files(installed).map(Path::toString))
                .contains("LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "module.js", "img/logo.svg")
                .contains("application.properties", "routes/query/run.camel.yaml");
        assertThat(files(installed)).containsAll(editors());
    }

    @Test
    void listsItsJarsInTheOrderTheyAreLookedUp() throws IOException {
        try (var jar = new JarFile(installed.resolve("lib/dromedary.jar").toFile())) {
            var listed = jar.getManifest()
                    .getMainAttributes()
                    .getValue(Attributes.Name.CLASS_PATH)
                    .split(" ");

            assertThat(files(installed.resolve("lib")).map(Path::toString))
                    .filteredOn(name -> name.endsWith(".jar") && !name.equals("dromedary.jar"))
                    .containsExactlyInAnyOrder(listed);
        }
    }

    @Test
    void tellsGrafanaItsVersionAndDay() throws IOException {
        var description = JsonMapper.builder()
                .build()
                .readTree(installed.resolve("plugin.json").toFile());

        assertThat(description.get("id").textValue()).isEqualTo(ID);
        assertThat(description.at("/info/version").textValue()).matches("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");
        assertThat(description.at("/info/updated").textValue()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(installed.resolve(description.at("/info/logos/small").textValue()))
                .isRegularFile();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void startsFromItsArchiveOfClassesWhereverItIsInstalled(JavaHome java) throws IOException {
        assertThat(installed.resolve("lib/cache").resolve(java.archive())).isRegularFile();
        var orFail = java.hasAot() ? "-XX:AOTMode=on" : "-Xshare:on";

        run(java, Map.of("GF_PLUGIN_JAVA_OPTS", orFail));

        assertThat(Files.readAllLines(log)).allSatisfy(PackageIT::isLogLine);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void startsWithoutAWordWhenItsArchiveIsOfNoUse(JavaHome java) throws IOException {
        Files.writeString(installed.resolve("lib/cache").resolve(java.archive()), "spoilt");

        run(java, Map.of());

        assertThat(Files.readAllLines(log)).allSatisfy(PackageIT::isLogLine);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void leavesItsDirectoryAlone(JavaHome java) throws IOException {
        var before = files(installed).toList();

        run(java, Map.of());

        assertThat(files(installed)).containsExactlyElementsOf(before);
    }

    /** Starts the installed plugin, calls it once and stops it. */
    private void run(JavaHome java, Map<String, String> more) throws IOException {
        var environment = new HashMap<>(more);
        environment.put("GF_PLUGIN_JAVA_HOME", java.path().toString());
        try (var child = PluginChild.start(installed, environment, log)) {
            var reply = DiagnosticsGrpc.newBlockingStub(child.channel())
                    .collectMetrics(CollectMetricsRequest.getDefaultInstance());
            assertThat(reply.getMetrics().getPrometheus().toStringUtf8()).contains("# TYPE");
        }
    }

    private static void isLogLine(String line) throws IOException {
        var message = JsonMapper.builder().build().readTree(line).path("@message");
        assertThat(message.isTextual()).as(line).isTrue();
    }

    private static Path zip() throws IOException {
        try (var zips = Files.newDirectoryStream(Path.of("target"), ID + "-*.zip")) {
            return zips.iterator().next();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var source : all.toList()) {
                var target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
                }
            }
        }
    }

    /** The files that the editors are built into; none where they were left out. */
    private List<Path> editors() throws IOException {
        var module = Path.of("target/frontend/module.js");
        var packaged = Files.exists(module) && Files.mismatch(module, installed.resolve("module.js")) < 0;
        return packaged ? files(module.getParent()).toList() : List.of();
    }

    private static Stream<Path> files(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).map(directory::relativize).sorted().toList().stream();
        }
    }
}
