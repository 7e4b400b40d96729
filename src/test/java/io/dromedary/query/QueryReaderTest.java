// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.call.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

    private static final long HOUR = 3_600_000;

    private final QueryReader reader = new QueryReader();

    @Test
    void readsWhatTheEditorSaved() {
        var query = read("metrics", """
                {"refId":"A","version":1,"queryType":"metrics","query":" avg:system.cpu.user{*} by {host} ",
                 "legend":"{{host}}","hide":true,"datasource":{"uid":"x"},"unknown":[1,{"deep":null}]}
                """);

        assertThat(query)
                .isEqualTo(Query.Metrics.of("A", true, query.window(), "avg:system.cpu.user{*} by {host}", "{{host}}"));
        assertThat(query.window().interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(query.window().range().length()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesTheTypeFromTheQueryWhenTheDoorNamesNone() {
        assertThat(read("", "{\"queryType\":\"metrics\",\"query\":\"a{*}\"}").kind())
                .isEqualTo(Query.Kind.METRICS);
        assertThat(read("", "{\"query\":\"a{*}\"}").kind()).isEqualTo(Query.Kind.METRICS);
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics | {\"query\":         | not valid JSON",
                "metrics | []                  | not a JSON object",
                "metrics | null                | not a JSON object",
                "metrics | ''                  | not a JSON object",
                "metrics | {\"query\":7.5,\"hide\":\"x\"} | value of \"hide\"",
                "metrics | {}                  | query is empty",
                "metrics | {\"query\":\"  \"}  | query is empty",
                "metrics | {\"query\":\"a\",\"version\":2} | newer Dromedary",
                "no-such | {\"query\":\"a\"}   | use one of: metrics",
            })
    void saysWhatToCorrect(String queryType, String json, String expected) {
        assertThatThrownBy(() -> read(queryType, json)).isInstanceOfSatisfying(FailedException.class, refused -> {
            assertThat(refused.failure().status()).isEqualTo(400);
            assertThat(refused.failure().source()).isEqualTo(Source.PLUGIN);
            assertThat(refused.failure().text()).contains(expected);
        });
    }

    @Test
    void refusesInvalidUtf8() {
        var json = "{\"query\":\"avg:a{x:\u00e4}\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> reader.read(new AskedQuery("A", "metrics", 0, HOUR, 0, 100, json), false))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    void takesTenThousandCharactersAndRefusesAMegabyte() {
        var long10k = "avg:a{" + "x".repeat(9_990) + "}";

        assertThat(read("metrics", "{\"query\":\"" + long10k + "\"}")).isInstanceOf(Query.Metrics.class);
        assertThatThrownBy(() -> read("metrics", "{\"query\":\"" + "x".repeat(1_000_000) + "\"}"))
                .hasMessageContaining("shorten it");
    }

    @ParameterizedTest
    @CsvSource({"10, 10, is empty", "10, 9, ends before", "-5, 10, before 1970"})
    void refusesWindowsThatAreNone(long from, long to, String expected) {
        var json = "{\"query\":\"a\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reader.read(new AskedQuery("A", "", from, to, 0, 100, json), false))
                .hasMessageContaining(expected);
    }

    private Query read(String queryType, String json) {
        return reader.read(
                new AskedQuery("A", queryType, 0, HOUR, 0, 360, json.getBytes(StandardCharsets.UTF_8)), false);
    }
}
