// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers made of events agree with the events. */
class AggregateTest {

    private static final String FILTER = "`filter`:{`query`:`env:prod`,`from`:`now-15m`,`to`:`now`}";

    private final Sandbox sandbox = new Sandbox();
    private final List<JsonNode> logs = Events.logs(sandbox).recent("env:prod");

    private Sandbox.Answer ask(String product, String body) {
        return sandbox.post("/api/v2/" + product + "/analytics/aggregate", body.replace('`', '"'));
    }

    private JsonNode buckets(String rest) {
        var answer = ask("logs", "{" + FILTER + "," + rest + "}");
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json().at("/data/buckets");
    }

    @Test
    void countsWhatASearchFinds() {
        assertThat(buckets("`compute`:[{`aggregation`:`count`}]"))
                .hasToString("[{\"by\":{},\"computes\":{\"c0\":" + logs.size() + "}}]");
    }

    @Test
    void groupsByAFacet() {
        var expected = logs.stream()
                .collect(Collectors.groupingBy(
                        log -> log.at("/attributes/service").asText(), Collectors.counting()));
        var found = new HashMap<String, Long>();
        long before = Long.MAX_VALUE;
        for (var bucket : buckets("`compute`:[{`aggregation`:`count`}],`group_by`:[{`facet`:`service`}]")) {
            long count = bucket.at("/computes/c0").asLong();
            assertThat(count).isLessThanOrEqualTo(before);
            before = count;
            found.put(bucket.at("/by/service").asText(), count);
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void computesSeveralNumbersOfAGroup() {
        var durations = logs.stream()
                .filter(log -> log.at("/attributes/service").asText().equals("cart"))
                .map(log -> log.at("/attributes/attributes/duration"))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .sorted()
                .toArray();
        var bucket = buckets("`compute`:[{`aggregation`:`min`,`metric`:`@duration`},{`aggregation`:`pc99`,`metric`:"
                        + "`@duration`},{`aggregation`:`median`,`metric`:`@duration`},{`aggregation`:`cardinality`,"
                        + "`metric`:`@usr.id`}],`group_by`:[{`facet`:`service`,`limit`:1,`sort`:{`order`:`asc`}}]")
                .path(0);
        assertThat(bucket.at("/by/service").asText()).isEqualTo("cart");
        assertThat(bucket.at("/computes/c0").asDouble()).isEqualTo(durations[0]);
        assertThat(bucket.at("/computes/c1").asDouble())
                .isBetween(durations[durations.length / 2], durations[durations.length - 1]);
        assertThat(bucket.at("/computes/c2").asDouble())
                .isCloseTo((durations[(durations.length - 1) / 2] + durations[durations.length / 2]) / 2, within(1e-6));
        assertThat(bucket.at("/computes/c3").asInt()).isBetween(10, durations.length);
    }

    @Test
    void drawsASeriesThatAddsUp() {
        var bucket = buckets("`compute`:[{`aggregation`:`count`,`type`:`timeseries`,`interval`:`1m`}]")
                .path(0);
        var times = new ArrayList<String>();
        int sum = 0;
        for (var point : bucket.at("/computes/c0")) {
            times.add(point.path("time").asText());
            sum += point.path("value").asInt();
        }
        assertThat(times).hasSize(16).startsWith("2026-03-10T14:52:00.000Z").isSorted();
        assertThat(sum).isEqualTo(logs.size());
    }

    @Test
    void groupsWithinGroupsKeepTheLargest() {
        var buckets = buckets("`compute`:[{`aggregation`:`count`}],`group_by`:[{`facet`:`service`,`limit`:2},"
                + "{`facet`:`status`,`limit`:1}]");
        assertThat(buckets)
                .hasSize(2)
                .allSatisfy(
                        bucket -> assertThat(bucket.at("/by/status").asText()).isEqualTo("info"));
    }

    @Test
    void addsMissingAndTotalGroups() {
        var all = new HashMap<String, Integer>();
        buckets(
                        "`compute`:[{`aggregation`:`count`}],`group_by`:[{`facet`:`@http.method`,`missing`:`none`,`total`:true}]")
                .forEach(bucket -> all.put(
                        bucket.at("/by/@http.method").asText(),
                        bucket.at("/computes/c0").asInt()));
        assertThat(all).containsKeys("GET", "POST").containsEntry("$facet_total", logs.size());
        assertThat(all.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * logs.size());
    }

    @Test
    void groupsNumbersInIntervals() {
        var buckets = buckets("`compute`:[{`aggregation`:`count`}],`group_by`:[{`facet`:`@http.status_code`,"
                + "`histogram`:{`interval`:100,`min`:200,`max`:299}}]");
        assertThat(buckets).hasSize(1);
        assertThat(buckets.at("/0/by/@http.status_code").asInt()).isEqualTo(200);
    }

    @Test
    void spansAnswerInTheirOwnShapeAsRecorded() {
        var answer = ask(
                "spans",
                "{`data`:{`type`:`aggregate_request`,`attributes`:{`compute`:[{`aggregation`:`count`,`interval`:`5m`,"
                        + "`type`:`timeseries`}],`filter`:{`query`:`*`,`from`:`now-15m`,`to`:`now`},"
                        + "`group_by`:[{`facet`:`service`}]}}}");
        var bucket = answer.json().path("data").path(0);
        assertThat(bucket.path("type").asText()).isEqualTo("bucket");
        assertThat(bucket.at("/attributes/by/service").asText()).isEqualTo("web");
        assertThat(bucket.at("/attributes/compute/c0/0/time").asText()).isEqualTo("2026-03-10T14:50:00.000Z");
        assertThat(answer.json().at("/meta/status").asText()).isEqualTo("done");
    }

    @Test
    void pagesGroups() {
        var body = "{" + FILTER + ",`group_by`:[{`facet`:`service`}],`page`:{`limit`:2";
        var names = new ArrayList<String>();
        var answer = ask("logs", body + "}}").json();
        for (int page = 0; page < 9; page++) {
            answer.at("/data/buckets")
                    .forEach(bucket -> names.add(bucket.at("/by/service").asText()));
            if (!answer.at("/meta/page/after").isTextual()) {
                break;
            }
            answer = ask(
                            "logs",
                            body + ",`cursor`:`" + answer.at("/meta/page/after").asText() + "`}}")
                    .json();
        }
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(buckets("`group_by`:[{`facet`:`service`}]").size());
        assertThat(ask("logs", body + ",`cursor`:`x`}}").status()).isEqualTo(400);
    }

    @Test
    void answersNothingAboutNothing() {
        assertThat(ask("rum", "{`filter`:{`query`:`@type:none`}}").json().at("/data/buckets"))
                .isEmpty();
    }

    @Test
    void estimatesAWeekFromAPart() {
        var week = ask("logs", "{`filter`:{`from`:`now-7d`,`to`:`now`}}").json().at("/data/buckets/0/computes/c0");
        var day = ask("logs", "{`filter`:{`from`:`now-1d`,`to`:`now`}}").json().at("/data/buckets/0/computes/c0");
        assertThat(week.asDouble()).isCloseTo(7 * day.asDouble(), within(day.asDouble()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`compute`:[{`aggregation`:`average`}]",
                "`compute`:[{`aggregation`:`sum`}]",
                "`compute`:[{`aggregation`:`count`,`type`:`timeseries`,`interval`:`often`}]",
                "`compute`:[{`aggregation`:`count`,`type`:`timeseries`,`interval`:`1ms`}]",
                "`group_by`:[{`limit`:3}]",
                "`group_by`:[{`facet`:`service`,`limit`:0}]",
                "`group_by`:[{`facet`:`service`,`limit`:1000},{`facet`:`host`,`limit`:11}]",
                "`group_by`:[{`facet`:`@duration`,`histogram`:{`interval`:0,`min`:0,`max`:1}}]"
            })
    void refusesWhatIsWrong(String rest) {
        var answer = ask("logs", "{" + FILTER + "," + rest + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains("is invalid");
    }

    @ParameterizedTest
    @CsvSource({"ci/pipelines,@ci.pipeline.name", "ci/tests,@test.status", "rum,@type"})
    void otherProductsAggregateToo(String product, String facet) {
        var buckets = ask(
                        product,
                        "{`filter`:{`from`:`now-24h`,`to`:`now`},`compute`:[{`aggregation`:`count`}],`group_by`:[{`facet`:`"
                                + facet + "`}]}")
                .json()
                .at("/data/buckets");
        assertThat(buckets.size()).as(product).isGreaterThan(1);
        assertThat(Map.of(facet, buckets.at("/0/by").path(facet).asText())).isNotEmpty();
    }
}
