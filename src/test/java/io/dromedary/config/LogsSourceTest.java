// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log lines on their way into files, in a process that is killed twice in the middle of it. */
class LogsSourceTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int KILLS = 2;

    /**
     * Each line becomes a file named by its key; a list beside them tells of every delivery. Slow, so that it can be
     * hit.
     */
    private static final String ROUTE = """
            - route:
                id: own-lines
                from:
                  uri: kamelet:datadog-logs-source
                  parameters:
                    offsetFile: "%1$s/offset"
                    lookback: 1m
                    overlap: 30s
                    period: 500
                  steps:
                    - delay: { constant: 5 }
                    - to:
                        uri: "file:%1$s/lines"
                        parameters: { fileName: "${header.DromedaryKey}.json" }
                    - setBody: { simple: "${header.DromedaryKey}" }
                    - to:
                        uri: "file:%1$s"
                        parameters: { fileName: deliveries, fileExist: Append, appendChars: '\\n' }
            """;

    @TempDir
    private Path home;

    @Test
    void noLineIsLostAndNoneComesTwiceThoughTheProcessIsKilled() throws Exception {
        ServeProcess.home(home, ROUTE.formatted(home));
        long begin = 0;
        for (var kill = 1; kill <= KILLS; kill++) {
            try (var process = new ServeProcess(home)) {
                var enough = lines().size() + 25;
                await().atMost(LONGEST).until(() -> lines().size() >= enough);
                begin = begin == 0 ? from() : begin;
            } // kill -9
        }
        try (var process = new ServeProcess(home)) {
            var killed = System.currentTimeMillis();
            await().atMost(LONGEST).until(() -> at() > killed);
        }
        var end = at();

        var expected = search(begin, end);
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(lines()).containsAll(expected);
        for (var line : lines()) {
            var millis = new ObjectMapper()
                    .readTree(home.resolve("lines/" + line + ".json").toFile())
                    .path("millis")
                    .asLong();
            assertThat(millis).as("nothing from before the beginning").isGreaterThanOrEqualTo(begin);
        }
        var deliveries = Files.readAllLines(home.resolve("deliveries"));
        // by their keys all lines are there once; only the one in delivery at a kill may have been sent again
        assertThat(deliveries.size() - new TreeSet<>(deliveries).size()).isLessThanOrEqualTo(KILLS);
        assertThat(Files.size(home.resolve("offset"))).isLessThan(100_000);
    }

    /** Returns the ids that a direct search finds; the sandbox tells the same story to everybody. */
    private static List<String> search(long from, long to) throws Exception {
        try (var bundle = new ServingBundle("")) {
            var reply = bundle.post("/api/v1/query", """
                    {"instance": "sandbox", "from": "%d", "to": "%d",
                     "queries": [{"queryType": "logs", "query": "*", "limit": 10000}]}""".formatted(from, to));
            var data = new ObjectMapper().readTree(reply.body()).at("/results/A/frames/0");
            var fields = data.at("/schema/fields");
            for (var i = 0; i < fields.size(); i++) {
                if (fields.get(i).path("name").asText().equals("id")) {
                    var ids = new ArrayList<String>();
                    data.at("/data/values/" + i).forEach(id -> ids.add(id.asText()));
                    return ids;
                }
            }
            throw new AssertionError(reply.body());
        }
    }

    private Set<String> lines() throws IOException {
        var names = new TreeSet<String>();
        if (Files.exists(home.resolve("lines"))) {
            try (var files = Files.list(home.resolve("lines"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".json"))
                        .forEach(name -> names.add(name.substring(0, name.length() - 5)));
            }
        }
        return names;
    }

    private long from() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("offset")).get(1).substring(5));
    }

    /** Returns the time up to which everything is delivered. */
    private long at() throws IOException {
        var file = home.resolve("offset");
        return Files.exists(file)
                ? Long.parseLong(Files.readAllLines(file).get(0).substring(3))
                : 0;
    }
}
