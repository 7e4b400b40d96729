// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureQueryReaderTest {

    private static final long HOUR = 3_600_000;

    private static QuerySource source(String queryType, String json) {
        return read(queryType, json).source();
    }

    private static Query.Measure read(String queryType, String json) {
        return (Query.Measure) query(queryType, json);
    }

    private static Query.Slos slos(String json) {
        return (Query.Slos) query("slo-measures", json);
    }

    private static Query query(String queryType, String json) {
        var asked = new AskedQuery("A", queryType, 0, HOUR, 0, 360, json.getBytes(StandardCharsets.UTF_8));
        return new QueryReader().read(asked, false);
    }

    @Test
    void writesTheMembersAsDatadogNamesThem() {
        var source = source("apm-resources", """
                {"source":{"stat":"hits","env":"$env","service":"web","operationName":"http.request",
                           "groupBy":["resource_name",""],"primaryTagName":null,"unknown":1},
                 "variables":{"env":["prod"]}}
                """);

        assertThat(source.dataSource()).isEqualTo("apm_resource_stats");
        assertThat(source.members()).isEqualTo("""
                {"stat":"hits","env":"prod","service":"web","operation_name":"http.request",\
                "group_by":["resource_name"]}""");
        assertThat(source.groupBy()).containsExactly("resource_name");
        assertThat(source.title()).isEqualTo("hits prod web");
        assertThat(source.aggregated()).isFalse();
    }

    @Test
    void putsVariablesAndFiltersWhereTheDataSourceTakesThem() {
        assertThat(source("apm-metrics", """
                {"source":{"stat":"errors","queryFilter":"env:$env AND $free"},
                 "variables":{"env":["a","b"],"free":["*"]},
                 "filters":[{"key":"region","operator":"!=","value":"us"},{"key":"service","value":"web"}]}
                """).members()).isEqualTo("""
                {"stat":"errors","query_filter":"env:(a OR b) AND * -region:us","service":"web"}""");
        assertThat(source("processes", """
                {"source":{"metric":"process.stat.cpu.total_pct","tagFilters":["env:$env","host:$host"],"limit":5,
                           "normalizedCpu":true},
                 "variables":{"env":["prod"],"host":["$__all"]},"filters":[{"key":"team","value":"a"}]}
                """).members()).isEqualTo("""
                {"metric":"process.stat.cpu.total_pct","tag_filters":["env:prod","team:a"],"limit":5,\
                "is_normalized_cpu":true}""");
    }

    @Test
    void readsSeveralSlosAsAQueryOfEach() {
        var two = slos("""
                {"source":{"measure":"slo_status","sloId":"$slo"},"variables":{"slo":["a","b","a"]},"legend":"{{slo}}"}
                """);
        var more = slos("""
                {"source":{"measure":"slo_status","sloId":["x","$slo"]},"variables":{"slo":["*"]}}
                """);

        assertThat(two.ids()).containsExactly("a", "b");
        assertThat(two.all()).isFalse();
        assertThat(two.legend()).isEqualTo("{{slo}}");
        var source = two.source("b", "Checkout");
        assertThat(source.members()).isEqualTo("{\"slo_id\":\"b\",\"measure\":\"slo_status\"}");
        assertThat(source.labels()).isEqualTo(Map.of("slo", "Checkout"));
        assertThat(more.ids()).containsExactly("x");
        assertThat(more.all()).isTrue();
    }

    @Test
    void readsOneSloAsItIs() {
        assertThat(source("slo-measures", """
                {"source":{"measure":"slo_status","sloId":"a"}}
                """).members()).isEqualTo("{\"measure\":\"slo_status\",\"slo_id\":\"a\"}");
        assertThat(source("slo-measures", """
                {"source":{"measure":"slo_status","sloId":"$slo"},"variables":{"slo":["*"]},
                 "filters":[{"key":"slo_id","value":"b"}]}
                """).members()).isEqualTo("{\"measure\":\"slo_status\",\"slo_id\":\"b\"}");
    }

    @Test
    void readsCloudCostInTheLanguageOfMetrics() {
        var query = read("cloud-cost", """
                {"query":"sum:aws.cost.net.amortized{account:$account} by {aws_product}","format":"scalar",
                 "variables":{"account":["1","2"]},"filters":[{"key":"env","value":"prod"}]}
                """);

        assertThat(query.source())
                .isEqualTo(new QuerySource(
                        "cloud_cost",
                        "{\"query\":\"sum:aws.cost.net.amortized{account IN (1,2) AND env:prod} by {aws_product}\"}",
                        List.of("aws_product"),
                        true,
                        "sum:aws.cost.net.amortized{account IN (1,2) AND env:prod} by {aws_product}"));
        assertThat(query.reduction()).isEqualTo(new Reduction("avg", 0, false));
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "apm-resources | {} | names no stat",
                "apm-resources | {\"source\":{\"stat\":\"hits\",\"env\":\" \"}} | names no env",
                "apm-resources | {\"source\":[]} | must be an object",
                "apm-metrics | {\"source\":{\"stat\":{\"a\":1}}} | \"stat\" must be a text",
                "apm-metrics | {\"source\":{\"stat\":\"$s\"},\"variables\":{\"s\":[\"a\",\"b\"]}} | takes one value",
                "processes | {\"source\":{\"metric\":\"m\",\"limit\":-1}} | at least 1",
                "containers | {\"source\":{\"metric\":\"m\",\"normalizedCpu\":\"yes\"}} | true or false",
                "slo-measures | {\"source\":{\"measure\":\"slo_status\"}} | names no sloId",
                "slo-measures | {\"source\":{\"measure\":\"m\",\"sloId\":\"$s\"},\"variables\":{\"s\":[]}} | names no sloId",
                "slo-measures | {\"source\":{\"measure\":\"m\",\"sloId\":\"$s\"}} | has no value here",
                "cloud-cost | {\"query\":\"sum:a{*} / sum:b{*}\"} | one metric query",
                "cloud-cost | {} | one metric query",
            })
    void saysWhatToCorrect(String queryType, String json, String expected) {
        assertThatThrownBy(() -> read(queryType, json)).isInstanceOfSatisfying(FailedException.class, refused -> {
            assertThat(refused.failure().status()).isEqualTo(400);
            assertThat(refused.failure().text()).contains(expected);
        });
    }

    @Test
    void refusesAFilterThatTheDataSourceCannotTake() {
        assertThatThrownBy(() -> read("apm-resources", """
                        {"source":{"stat":"hits","env":"prod","service":"web"},
                         "filters":[{"key":"region","value":"us"}]}
                        """)).hasMessageContaining("cannot be filtered by region");
    }
}
