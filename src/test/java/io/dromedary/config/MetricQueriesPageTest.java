// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.query.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs what docs/metric-queries.md shows: each query has data. */
class MetricQueriesPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static SandboxWorld world;
    private static String page;

    @BeforeAll
    static void start() throws Exception {
        world = new SandboxWorld();
        page = Files.readString(Path.of("docs/metric-queries.md"));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void showsQueriesThatRun() throws IOException {
        var queries = blocks("text").stream().flatMap(String::lines).toList();

        assertThat(queries).hasSizeGreaterThan(8);
        for (var query : queries) {
            assertHasData(query, world.panel(JSON.writeValueAsString(Map.of("query", query))), "A");
        }
    }

    @Test
    void showsAPanelThatRuns() throws IOException {
        var lines = blocks("panel").stream().flatMap(String::lines).toList();
        var saved = lines.stream().map(MetricQueriesPageTest::saved).toArray(String[]::new);

        assertHasData(lines.toString(), world.panel(saved), "C");
    }

    @Test
    void showsSavedQueriesThatRun() {
        var blocks = blocks("json");

        assertThat(blocks).isNotEmpty();
        blocks.forEach(block -> assertHasData(block, world.panel(block), "A"));
    }

    private static void assertHasData(String query, Map<String, Answer> answers, String refId) {
        assertThat(answers.get(refId)).as(query).satisfies(answer -> {
            assertThat(answer.failure()).isNull();
            assertThat(answer.frames())
                    .isNotEmpty()
                    .allSatisfy(frame -> assertThat(frame.rows()).isPositive());
        });
    }

    private static String saved(String line) {
        var parts = line.split(": ", 2);
        try {
            return JSON.writeValueAsString(Map.of("query", parts[1], "hide", parts[0].endsWith("hidden")));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> blocks(String language) {
        var fence = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL);
        return fence.matcher(page)
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }
}
