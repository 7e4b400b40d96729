// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of v2 over other products than metrics. */
class DataSourcesTest {

    private static final long TO = Sandbox.NOW.toEpochMilli();
    private static final long HOUR = 3_600_000;

    private final Sandbox sandbox = new Sandbox();

    private Sandbox.Answer ask(String kind, String queries, String formulas) {
        return sandbox.post(
                "/api/v2/query/" + kind,
                ("{`data`:{`type`:`" + kind + "_request`,`attributes`:{`from`:" + (TO - HOUR) + ",`to`:" + TO
                                + (kind.equals("scalar") ? "" : ",`interval`:300000") + ",`queries`:[" + queries + "]"
                                + (formulas.isEmpty() ? "" : ",`formulas`:[{`formula`:`" + formulas + "`}]") + "}}}")
                        .replace('`', '"'));
    }

    private Map<String, double[]> series(String queries, String formulas) {
        var answer = ask("timeseries", queries, formulas);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return Sandbox.series(answer);
    }

    private JsonNode columns(String queries, String formulas) {
        var answer = ask("scalar", queries, formulas);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json().at("/data/attributes/columns");
    }

    private static String events(String name, String source, String search, String rest) {
        return "{`data_source`:`" + source + "`,`name`:`" + name + "`,`search`:{`query`:`" + search
                + "`},`compute`:{`aggregation`:`count`}" + rest + "}";
    }

    @Test
    void countsLogsAsASearchDoes() {
        int found = Events.logs(sandbox)
                .all("service:cart", Long.toString(TO - HOUR), Long.toString(TO - 1), 1000, "")
                .size();
        var column = columns(events("a", "logs", "service:cart", ""), "").path(0);
        assertThat(column.at("/values/0").asInt()).isEqualTo(found);
        assertThat(column.at("/meta/unit").isNull()).isTrue();
        double aligned = Arrays.stream(
                        series(events("a", "logs", "service:cart", ""), "").get(""))
                .sum();
        assertThat(aligned).isBetween(found * 0.8, found * 1.0);
    }

    @Test
    void groupsByFacets() {
        var series = series(events("a", "spans", "env:prod", ",`group_by`:[{`facet`:`service`,`limit`:3}]"), "");
        assertThat(series).hasSize(3).containsKey("service:web");
        var columns = columns(
                events("a", "rum", "*", ",`group_by`:[{`facet`:`@type`,`limit`:9},{`facet`:`@browser.name`}]"), "");
        assertThat(columns)
                .extracting(column -> column.path("name").asText())
                .containsExactly("@browser.name", "@type", "a");
    }

    @Test
    void mixesEventsAndMetricsInAFormula() {
        var metric =
                "{`data_source`:`metrics`,`name`:`m`,`query`:`sum:trace.http.request.hits{service:web}.as_count()`,`aggregator`:`sum`}";
        var errors = events("e", "logs", "status:error", "");
        var all = events("l", "logs", "*", "");
        var share = columns(errors + "," + all + "," + metric, "e / l * 100");
        assertThat(share.at("/0/values/0").asDouble()).isBetween(0.0, 60.0);
        assertThat(Arrays.stream(
                        series(errors + "," + all + "," + metric, "l / m").get("")))
                .anyMatch(value -> value > 0);
        assertThat(Arrays.stream(series(all, "timeshift(l, -3600)").get(""))).anyMatch(value -> value > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "spans", "rum", "audit", "events", "ci_pipelines", "ci_tests", "security_signals"})
    void answersForEachProduct(String source) {
        assertThat(ask("scalar", events("a", source, "*", ""), "").status()).isEqualTo(200);
        assertThat(ask("timeseries", events("a", source, "*", ""), "").status()).isEqualTo(200);
    }

    @Test
    void durationsAreNanoseconds() {
        var query = events("a", "spans", "service:web", "").replace("`count`", "`pc95`,`metric`:`@duration`");
        var column = columns(query, "").path(0);
        assertThat(column.at("/meta/unit/0/name").asText()).isEqualTo("nanosecond");
        assertThat(column.at("/values/0").asDouble()).isBetween(1e7, 3e9);
    }

    private static String apm(String stat, String rest) {
        return "{`data_source`:`apm_resource_stats`,`name`:`a`,`env`:`prod`,`service`:`web`,`stat`:`" + stat + "`"
                + rest + "}";
    }

    @Test
    void statisticsOfTracesAreTheMetricsOnes() {
        var hits = series(apm("hits", ",`group_by`:[`resource_name`]"), "");
        assertThat(hits).containsKeys("resource_name:GET /product/:id", "resource_name:POST /checkout");
        var metric = sandbox.series(
                "sum:trace.http.request.hits{env:prod,service:web} by {resource_name}.as_count()",
                Sandbox.NOW.minusSeconds(3600),
                Sandbox.NOW,
                java.time.Duration.ofMinutes(5));
        assertThat(hits.get("resource_name:POST /checkout"))
                .containsExactly(metric.get("resource_name:POST /checkout"));
        var one = series(apm("hits", ",`resource_name`:`POST /checkout`"), "");
        assertThat(one.get("")).containsExactly(metric.get("resource_name:POST /checkout"));
    }

    @ParameterizedTest
    @CsvSource({
        "errors",
        "error_rate",
        "hits",
        "latency_avg",
        "latency_max",
        "latency_p50",
        "latency_p75",
        "latency_p90",
        "latency_p95",
        "latency_p99",
        "latency_distribution",
        "total_time"
    })
    void knowsEachStatistic(String stat) {
        assertThat(columns(apm(stat, ""), "").at("/0/values/0").isNumber()).isTrue();
        var metrics = apm(stat, ",`query_filter`:`env:prod AND region:eu-west-1`")
                .replace("apm_resource_stats", "apm_metrics");
        assertThat(columns(metrics, "").at("/0/values/0").isNumber()).isTrue();
    }

    @Test
    void tellsWhoIsCalledAndWhoCalls() {
        var query =
                "{`data_source`:`apm_dependency_stats`,`name`:`a`,`env`:`prod`,`service`:`checkout`,`operation_name`:"
                        + "`http.request`,`resource_name`:`POST /checkout`,`stat`:`avg_duration`}";
        var called = columns(query, "");
        assertThat(called.toString())
                .contains("\"payment\"", "\"postgres\"", "\"kafka\"")
                .doesNotContain("\"web\"");
        var callers = columns(query.replace("`stat`", "`is_upstream`:true,`stat`"), "");
        assertThat(callers.toString()).contains("\"web\"").doesNotContain("\"kafka\"");
        assertThat(series(query.replace("avg_duration", "pct_of_traces"), "").keySet())
                .contains("operation_name:kafka.produce,resource_name:Produce Topic orders,service:kafka");
    }

    @Test
    void sloMeasuresAgreeWithTheSlo() {
        var query =
                "{`data_source`:`slo`,`name`:`a`,`slo_id`:`slo-web-latency`,`measure`:`slo_status`,`slo_query_type`:`metric`}";
        double status = columns(query, "").at("/0/values/0").asDouble();
        double good = columns(query.replace("slo_status", "good_events"), "")
                .at("/0/values/0")
                .asDouble();
        double bad = columns(query.replace("slo_status", "bad_events"), "")
                .at("/0/values/0")
                .asDouble();
        assertThat(status).isCloseTo(100 * good / (good + bad), within(1e-9));
        assertThat(series(query.replace("slo_status", "burn_rate"), "").get("")).hasSize(12);
        // recording: nobody knows the SLO
        var unknown = ask("timeseries", query.replace("slo-web-latency", "12345678910"), "")
                .json();
        assertThat(unknown.at("/data/attributes")).hasToString("{\"series\":[],\"times\":[],\"values\":[]}");
    }

    @Test
    void listsTheLargestProcessesAndContainers() {
        var query = "{`data_source`:`process`,`name`:`a`,`metric`:`process.stat.cpu.total_pct`,`limit`:3,`sort`:`desc`,"
                + "`tag_filters`:[`env:prod`],`text_filter`:`serv`,`aggregator`:`avg`}";
        assertThat(columns(query, "").at("/0/values")).hasSize(3);
        assertThat(series(query, "").keySet()).allMatch(tags -> tags.startsWith("command:service,host:"));
        var containers = query.replace("`process`", "`container`")
                .replace("process.stat.cpu.total_pct", "process.stat.container.cpu.system_pct")
                .replace("serv", "web");
        assertThat(series(containers, "").keySet()).hasSize(3).allMatch(tags -> tags.contains("container_name:web"));
    }

    @Test
    void knowsCosts() {
        var query = "{`data_source`:`cloud_cost`,`name`:`a`,`query`:`sum:all.cost{*} by {service}`,`aggregator`:`avg`}";
        assertThat(columns(query, "").at("/1/values")).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{`data_source`:`logs`,`name`:`a`}",
                "{`data_source`:`logs`,`name`:`a`,`compute`:{`aggregation`:`sum`}}",
                "{`data_source`:`logs`,`name`:`a`,`compute`:{`aggregation`:`count`},`search`:{`query`:`(`}}",
                "{`data_source`:`apm_resource_stats`,`name`:`a`,`env`:`prod`,`service`:`web`,`stat`:`speed`}",
                "{`data_source`:`apm_metrics`,`name`:`a`,`stat`:`hits`,`query_filter`:`} by {x`}",
                "{`data_source`:`slo`,`name`:`a`,`slo_id`:`x`,`measure`:`mood`}",
                "{`data_source`:`process`,`name`:`a`,`aggregator`:`avg`,`metric`:`}{`}",
                "{`data_source`:`apm_dependency_stats`,`name`:`a`,`env`:`prod`}",
                "{`data_source`:`monitor`,`name`:`a`}"
            })
    void refusesWhatIsWrong(String query) {
        assertThat(ask("scalar", query, "").status()).isEqualTo(400);
        assertThat(ask("timeseries", query, "").status()).isEqualTo(400);
    }
}
