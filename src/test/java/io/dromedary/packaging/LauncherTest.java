// SPDX-License-Identifier: Apache-2.0
package io.dromedary.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.packaging.LauncherFixture.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final String VIRTUAL_THREADS = "-Dcamel.threads.virtual.enabled=true";
    private static final String UNSAFE_ALLOWED = "--sun-misc-unsafe-memory-access=allow";
    private static final String COMPACT_HEADERS = "-XX:+UseCompactObjectHeaders";

    @TempDir
    private Path root;

    private LauncherFixture launcher;

    @BeforeEach
    void createFixture() throws IOException {
        root = root.toRealPath();
        launcher = new LauncherFixture(root);
    }

    @Test
    void looksForJavaInTheDocumentedOrder() throws Exception {
        var usual = launcher.java("jvm/usual", "25.0.3");
        launcher.usualPlaces(root + "/jvm/*");
        assertThat(launcher.run().java()).isEqualTo(usual);

        var onPath = launcher.java("on path", "17.0.15");
        launcher.onPath(onPath);
        assertThat(launcher.run().java()).isEqualTo(onPath);

        var home = launcher.java("java home", "17.0.15");
        launcher.with("JAVA_HOME", home);
        assertThat(launcher.run().java()).isEqualTo(home);

        var configured = launcher.java("configured", "17.0.15");
        launcher.with("GF_PLUGIN_JAVA_HOME", configured);
        assertThat(launcher.run().java()).isEqualTo(configured);

        var bundled = launcher.java("my plugins/dromedary/jre", "17.0.15");
        assertThat(launcher.run().java()).isEqualTo(bundled);
    }

    @Test
    void takesTheNewestOfTheUsualPlaces() throws Exception {
        launcher.java("jvm/java-17", "17.0.15");
        var newest = launcher.java("jvm/java-25", "25");
        launcher.java("jvm/java-8", "1.8.0_432");
        launcher.java("jvm/java-9", "9.0.4");

        assertThat(launcher.usualPlaces(root + "/none " + root + "/jvm/*").run().java())
                .isEqualTo(newest);
    }

    @Test
    void findsJavaInHomebrewsPlace() throws Exception {
        var home = launcher.java("opt/openjdk@21/libexec/openjdk.jdk/Contents/Home", "21.0.4");

        assertThat(launcher.usualPlaces(root + "/opt/openjdk*").run().java()).isEqualTo(home);
    }

    @Test
    void passesOverAnOldJava() throws Exception {
        var fitting = launcher.java("fitting", "17.0.15");
        launcher.with("JAVA_HOME", launcher.java("old", "11.0.25")).onPath(fitting);

        var run = launcher.run();

        assertThat(run.java()).isEqualTo(fitting);
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void warnsThatTheConfiguredJavaIsNotUsed() throws Exception {
        launcher.with("GF_PLUGIN_JAVA_HOME", launcher.java("old", "11.0.25"));
        launcher.with("JAVA_HOME", launcher.java("fitting", "17.0.15"));

        var run = launcher.run();

        assertThat(run.status()).isZero();
        var line = onlyLine(run);
        assertThat(line.get("@level").textValue()).isEqualTo("warn");
        assertThat(line.get("@message").textValue()).contains("GF_PLUGIN_JAVA_HOME", root + "/old/bin/java is Java 11");
    }

    @Test
    void tellsWhatIsMissingAndWhereItLooked() throws Exception {
        launcher.with("JAVA_HOME", launcher.java("old", "1.8.0_432"));
        launcher.java("jvm/java-11", "11.0.25");

        var run = launcher.usualPlaces(root + "/jvm/*").run();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        var line = onlyLine(run);
        assertThat(line.get("@level").textValue()).isEqualTo("error");
        assertThat(line.get("@message").textValue())
                .contains("needs Java 17 or newer", "java_home", "[plugin.dromedary-datadog-datasource]")
                .contains("jre/ beside the plugin", "GF_PLUGIN_JAVA_HOME not set", "no java on the PATH")
                .contains("JAVA_HOME: " + root + "/old/bin/java is Java 8", root + "/jvm/java-11 is Java 11");
    }

    @Test
    void writesValidJsonWhateverAPathIsCalled() throws Exception {
        var strange = "/no\"where\\with\ttab and ünicode";

        var run = launcher.with("JAVA_HOME", strange).run();

        assertThat(onlyLine(run).get("@message").textValue()).contains("/no\"where\\with tab and ünicode");
    }

    @Test
    void asksAJavaThatHasNoReleaseFile() throws Exception {
        launcher.with("JAVA_HOME", launcher.javaWithoutRelease("old", "1.8.0_432"));
        var fitting = launcher.javaWithoutRelease("fitting", "21.0.4");
        launcher.onPath(fitting);

        var run = launcher.run();

        assertThat(run.java()).isEqualTo(fitting);
        assertThat(run.arguments()).contains(VIRTUAL_THREADS);
    }

    @Test
    void takesEmptyVariablesAsNotSet() throws Exception {
        var fitting = launcher.java("fitting", "17.0.15");
        launcher.with("GF_PLUGIN_JAVA_HOME", "").with("JAVA_HOME", "").onPath(fitting);

        var run = launcher.run();

        assertThat(run.java()).isEqualTo(fitting);
        assertThat(run.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash", "/bin/busybox sh"})
    void worksInAnEmptyEnvironmentAndAnyShell(String shell) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(shell.replaceFirst(" .*", ""))));
        launcher.java("my plugins/dromedary/jre", "25.0.3");
        var command = new ArrayList<>(List.of(shell.split(" ")));
        command.add(launcher.withoutPath().install().toString());

        var run = launcher.runIn(Path.of("/"), command);

        assertThat(run.errors()).isEmpty();
        assertThat(run.arguments()).containsSequence("-cp", "lib/dromedary.jar", "io.dromedary.Dromedary", "plugin");
    }

    @Test
    void runsInItsOwnDirectoryThroughLinksAndFromAnywhere() throws Exception {
        launcher.java("my plugins/dromedary/jre", "17.0.15");
        launcher.install();
        var link = Files.createSymbolicLink(root.resolve("linked"), launcher.plugin());

        var run = launcher.runIn(root, List.of("linked/gpx_dromedary_linux_amd64"));

        assertThat(link).exists();
        assertThat(run.output()).contains("cwd=" + launcher.plugin());
        assertThat(run.arguments()).contains("-Ddromedary.home=" + launcher.plugin());
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.15, false, false, false",
        "21.0.4, true, false, false",
        "24.0.1, true, true, false",
        "26, true, true, true"
    })
    void givesEachJavaTheOptionsItKnows(String version, boolean virtualThreads, boolean unsafe, boolean compact)
            throws Exception {
        var arguments =
                launcher.with("JAVA_HOME", launcher.java("jdk", version)).run().arguments();

        assertThat(arguments.contains(VIRTUAL_THREADS)).isEqualTo(virtualThreads);
        assertThat(arguments.contains(UNSAFE_ALLOWED)).isEqualTo(unsafe);
        assertThat(arguments.contains(COMPACT_HEADERS)).isEqualTo(compact);
    }

    @Test
    void letsTheUsersOptionsWin() throws Exception {
        launcher.with("JAVA_HOME", launcher.java("jdk", "17.0.15")).with("GF_PLUGIN_JAVA_OPTS", " -Xmx2g  -Dglob=* ");

        var arguments = launcher.run().arguments();

        assertThat(arguments).containsSubsequence("-Xmx640m", "-Xmx2g", "-Dglob=*", "-cp");
    }

    @Test
    void keepsOptionsMeantForOtherProgramsAway() throws Exception {
        launcher.with("JAVA_HOME", launcher.java("jdk", "17.0.15")).with("JAVA_TOOL_OPTIONS", "-Dother=1");

        assertThat(launcher.run().output()).contains("tool=");
    }

    @Test
    void handsArgumentsOn() throws Exception {
        launcher.with("JAVA_HOME", launcher.java("jdk", "17.0.15"));

        assertThat(launcher.run("serve", "a b").arguments()).endsWith("io.dromedary.Dromedary", "serve", "a b");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, jsa, -XX:SharedArchiveFile=", "25.0.3, aot, -XX:AOTCache="})
    void usesTheArchiveMadeByTheVerySameJava(String version, String suffix, String option) throws Exception {
        var home = launcher.java("jdk", version);
        launcher.with("JAVA_HOME", home);
        assertThat(launcher.run().arguments()).noneMatch(argument -> argument.startsWith(option));

        var cache = Files.createDirectories(launcher.plugin().resolve("lib/cache"));
        Files.createFile(cache.resolve(version + "+8-Linux-x86_64." + suffix));
        assertThat(launcher.run().arguments()).noneMatch(argument -> argument.startsWith(option));

        var archive = JavaHome.at(home).orElseThrow().archive();
        Files.createFile(cache.resolve(archive));
        assertThat(archive).endsWith(suffix);
        assertThat(launcher.run().arguments()).contains(option + "lib/cache/" + archive);
    }

    @ParameterizedTest
    @CsvSource({
        "max, -Xmx640m",
        "9223372036854771712, -Xmx640m",
        "1342177280, -Xmx640m",
        "536870912, -XX:MaxRAMPercentage=50",
        "nonsense, -Xmx640m"
    })
    void leavesHalfOfASmallContainerToTheRest(String limit, String heap) throws Exception {
        launcher.with("JAVA_HOME", launcher.java("jdk", "17.0.15")).memoryLimit(limit);

        var run = launcher.run();

        assertThat(run.errors()).isEmpty();
        assertThat(run.arguments()).contains(heap);
    }

    @Test
    void writesOnlyToTheTemporaryDirectory() throws Exception {
        launcher.with("JAVA_HOME", launcher.java("jdk", "17.0.15")).with("TMPDIR", "/var/some tmp");

        assertThat(launcher.run().arguments())
                .contains("-Djava.io.tmpdir=/var/some tmp", "-XX:HeapDumpPath=/var/some tmp", "-XX:-UsePerfData")
                .contains("-XX:ErrorFile=/var/some tmp/dromedary_crash_%p.log");
    }

    private static JsonNode onlyLine(Run run) throws IOException {
        assertThat(run.errors()).hasSize(1);
        var line = JsonMapper.builder().build().readTree(run.errors().get(0));
        assertThat(line).allMatch(JsonNode::isTextual);
        return line;
    }
}
