// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.call.Source;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    void readsAllThatAMetricQueryMayHave() {
        var query = (Query.Metrics) read("metrics", """
                {"query":"avg:a{*}","format":"scalar","aggregator":"max","limit":5,"order":"asc","rollup":"sum, 60",
                 "filters":[{"key":"env","operator":"=|","values":["a","b"]},{"key":"host","value":"web-1","condition":""},
                            null],
                 "variables":{"host":["a","b"],"one":"x","none":[""],"all":["$__all"],"star":["*"],"gone":null}}
                """);

        assertThat(query.reduction()).isEqualTo(new Reduction("max", 5, true));
        assertThat(query.rollup()).isEqualTo(RollupPolicy.fixed("sum", 60));
        assertThat(query.filters())
                .containsExactly(
                        new Filter("env", Filter.Operator.ONE_OF, List.of("a", "b")),
                        new Filter("host", Filter.Operator.EQUALS, List.of("web-1")));
        assertThat(query.variables())
                .containsOnly(
                        Map.entry("host", VariableValue.of("a", "b")),
                        Map.entry("one", VariableValue.of("x")),
                        Map.entry("none", VariableValue.of()),
                        Map.entry("all", VariableValue.everything()),
                        Map.entry("star", VariableValue.everything()),
                        Map.entry("gone", VariableValue.of()));
    }

    @Test
    void takesWhatIsAbsentNullOrEmptyForTheDefault() {
        for (var json : List.of(
                "{\"query\":\"avg:a{*}\"}",
                "{\"query\":\"avg:a{*}\",\"format\":null,\"rollup\":null,\"filters\":null,\"variables\":null}",
                "{\"query\":\"avg:a{*}\",\"format\":\"\",\"rollup\":\"\",\"order\":\"\",\"filters\":[]}",
                "{\"query\":\"avg:a{*}\",\"format\":\" TimeSeries\",\"rollup\":\"AUTO\"}")) {
            var query = read("metrics", json);

            assertThat(query).isEqualTo(Query.Metrics.of("A", false, query.window(), "avg:a{*}", ""));
        }
        var scalar = (Query.Metrics) read("metrics", "{\"query\":\"avg:a{*}\",\"format\":\"scalar\"}");
        assertThat(scalar.reduction()).isEqualTo(new Reduction("avg", 0, false));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\":\"table\" | timeseries, scalar",
                "\"format\":\"scalar\",\"aggregator\":\"median\" | avg, min, max, sum, last",
                "\"format\":\"scalar\",\"order\":\"up\" | desc, asc",
                "\"format\":\"scalar\",\"limit\":-1 | 0 for all",
                "\"format\":\"scalar\",\"limit\":\"many\" | value of \"limit\"",
                "\"rollup\":\"sum\" | sum,60",
                "\"rollup\":\"sum,0\" | sum,60",
                "\"rollup\":\"sum,1e9\" | sum,60",
                "\"rollup\":\"median,60\" | avg, sum, min, max, count",
                "\"filters\":[{\"operator\":\"=\"}] | has no key",
                "\"filters\":[{\"key\":\"a\",\"operator\":\"<\",\"value\":\"1\"}] | =, !=, =|, !=|, =~, !~",
                "\"filters\":7 | value of \"filters\"",
                "\"variables\":{\"a\":{\"b\":1}} | value of \"variables\""
            })
    void saysWhatToCorrectInAMetricQuery(String members, String expected) {
        assertThatThrownBy(() -> read("metrics", "{\"query\":\"avg:a{*}\"," + members + "}"))
                .isInstanceOfSatisfying(FailedException.class, refused -> {
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
    @CsvSource({
        "10, 10, is empty",
        "10, 9, ends before",
        "-5, 10, before 1970",
        "10, 253402300799000, beyond the year 2262"
    })
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
