// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.slo.SloCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlosTest {

    private static final long NOW = Sandbox.NOW.getEpochSecond();
    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private final Sandbox sandbox = new Sandbox();

    private static String window(long from, long to) {
        return query("from_ts", Long.toString(from), "to_ts", Long.toString(to));
    }

    private JsonNode history(String id, long from, long to) {
        return ok(sandbox.get("/api/v1/slo/" + id + "/history", window(from, to)))
                .path("data");
    }

    private JsonNode status(String id, long from, long to) {
        return ok(sandbox.get("/api/v2/slo/" + id + "/status", window(from, to)))
                .at("/data/attributes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"slo-checkout-availability", "slo-web-latency", "slo-payment-monitor", "slo-search-timeslice"})
    void historyStatusAndSearchAgree(String id) {
        var history = history(id, NOW - WEEK, NOW);
        var status = status(id, NOW - WEEK, NOW);
        var found = ok(sandbox.get("/api/v1/slo/search", query("query", "id:" + id)))
                .at("/data/attributes/slos/0/data/attributes/overall_status");

        double sli = history.at("/overall/sli_value").asDouble();
        assertThat(sli).isBetween(90.0, 100.0).isNotEqualTo(100.0);
        assertThat(status.path("sli").asDouble()).isCloseTo(sli, within(1e-9));
        for (var one : found) {
            if (one.path("timeframe").asText().equals("7d")) {
                assertThat(one.path("status").asDouble()).isCloseTo(sli, within(1e-9));
                double target = one.path("target").asDouble();
                assertThat(one.path("error_budget_remaining").asDouble())
                        .isCloseTo(100 - 100 * (100 - sli) / (100 - target), within(1e-6))
                        .isCloseTo(
                                history.at("/overall/error_budget_remaining/7d").asDouble(), within(1e-9));
            }
        }
    }

    @Test
    void countsTheEventsThatTheMetricsCount() {
        long to = NOW / 300 * 300;
        long from = to - 86_400;
        var series = history("slo-checkout-availability", from, to).path("series");
        var metric = sandbox.series(
                "sum:trace.http.request.hits{env:prod,service:checkout}.as_count()",
                Instant.ofEpochSecond(from),
                Instant.ofEpochSecond(to),
                Duration.ofMinutes(5));
        double expected = Arrays.stream(metric.get("")).sum();

        assertThat(series.at("/denominator/sum").asDouble()).isEqualTo(expected);
        assertThat(series.at("/denominator/values"))
                .hasSize(series.path("times").size());
        assertThat(series.at("/times/1").asDouble() - series.at("/times/0").asDouble())
                .isEqualTo(1000.0 * series.path("interval").asInt());
        assertThat(series.at("/times/0").asLong()).isGreaterThan(1_000_000_000_000L);
    }

    @Test
    void partsOfAWindowAddUp() {
        long middle = NOW / 300 * 300 - WEEK / 2;
        double whole = total("slo-web-latency", middle - 86_400, middle + 86_400);
        assertThat(total("slo-web-latency", middle - 86_400, middle)
                        + total("slo-web-latency", middle, middle + 86_400))
                .isEqualTo(whole);
    }

    private double total(String id, long from, long to) {
        return history(id, from, to).at("/series/denominator/sum").asDouble();
    }

    @ParameterizedTest
    @CsvSource({
        "slo-checkout-availability,checkout",
        "slo-web-latency,web",
        "slo-payment-monitor,payment",
        "slo-search-timeslice,search"
    })
    void burnsWhileItsServiceIsInTrouble(String id, String service) {
        var incident = Troubles.of(service);
        long start = incident.startMs() / 1000;

        double calm = status(id, start - 1800, start - 300).path("sli").asDouble();
        double during =
                status(id, start + 300, incident.endMs() / 1000).path("sli").asDouble();
        assertThat(during).isLessThan(calm - 4);
    }

    @Test
    void alertsOfAMonitorAreItsBadMinutes() {
        var overall =
                history("slo-payment-monitor", NOW - WEEK, NOW / 300 * 300).path("overall");
        double good = 0;
        double all = 0;
        for (int i = 0; i < overall.path("history").size(); i++) {
            long from = Math.max(overall.at("/history/" + i + "/0").asLong(), (NOW - WEEK) / 300 * 300);
            long to = i + 1 < overall.path("history").size()
                    ? overall.at("/history/" + (i + 1) + "/0").asLong()
                    : NOW / 300 * 300;
            all += Math.max(0, to - from);
            good += overall.at("/history/" + i + "/1").asInt() == 0 ? Math.max(0, to - from) : 0;
        }
        assertThat(100 * good / all).isCloseTo(overall.path("sli_value").asDouble(), within(0.01));
        assertThat(overall.path("history").size()).isGreaterThan(4);
    }

    @Test
    void correctionsAreLeftOutUnlessAskedFor() {
        var correction = ok(sandbox.get("/api/v1/slo/correction", "limit=1")).at("/data/0/attributes");
        String id = correction.path("slo_id").asText();
        long from = correction.path("start").asLong() - 3600;
        long to = correction.path("end").asLong() + 3600;
        String all = window(from, to) + "&apply_correction=false";

        double corrected = total(id, from, to);
        double uncorrected = ok(sandbox.get("/api/v1/slo/" + id + "/history", all))
                .at("/data/series/denominator/sum")
                .asDouble();
        assertThat(corrected).isLessThan(uncorrected).isPositive();
        assertThat(status(id, from, to)
                        .path("raw_error_budget_remaining")
                        .path("unit")
                        .asText())
                .isEqualTo("events");
    }

    @Test
    void pagesCoverAllOnce() {
        assertThat(Pages.all(sandbox, "/api/v1/slo", 3, page -> "limit=3&offset=" + 3 * page, "/data", "/id"))
                .hasSize(4);
        assertThat(Pages.all(
                        sandbox,
                        "/api/v1/slo/search",
                        3,
                        page -> query("page[size]", "3", "page[number]", Integer.toString(page)),
                        "/data/attributes/slos",
                        "/data/id"))
                .hasSize(4);
        assertThat(Pages.all(
                        sandbox, "/api/v1/slo/correction", 9, page -> "limit=9&offset=" + 9 * page, "/data", "/id"))
                .hasSizeBetween(50, 54);
    }

    @ParameterizedTest
    @CsvSource({
        "tags_query=service%3Aweb,1",
        "query=search,1",
        "metrics_query=trace.http.request.hits,1",
        "'ids=slo-web-latency,slo-payment-monitor',2",
        "is_deleted=true,0"
    })
    void filters(String query, int expected) {
        assertThat(ok(sandbox.get("/api/v1/slo", query)).path("data")).hasSize(expected);
    }

    @Test
    void knowsNothingOfTheFuture() {
        var overall = history("slo-web-latency", NOW + 3600, NOW + 7200).path("overall");
        assertThat(overall.path("sli_value").isNull()).isTrue();
        assertThat(overall.path("state").asText()).isEqualTo("no_data");
        assertThat(overall.at("/errors/0/error_type").asText()).isEqualTo("ZERO_VALUED_DENOMINATOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/slo | ids=a,a | 400 | All items in parameter 'True' must be unique",
                "/api/v1/slo | ids=id1,id2 | 404 | no SLOs found for ids: [u'id1', u'id2'] not found",
                "/api/v1/slo/x |  | 404 | SLO not found: x not found",
                "/api/v1/slo/slo-web-latency/history | from_ts=1 | 400 | The parameter 'to_ts' is required",
                "/api/v1/slo/slo-web-latency/history | from_ts=2&to_ts=1 | 400 | Invalid timestamps: from_ts must be before to_ts",
                "/api/v1/slo/slo-web-latency/history | from_ts=1&to_ts=99999999999999 | 400 | The value provided for parameter 'to_ts' is invalid",
                "/api/v1/slo/slo-web-latency/history | from_ts=1&to_ts=2000000000 | 400 | Invalid timestamps: from_ts is outside of the retention",
                "/api/v1/slo/slo-web-latency/history | from_ts=1773000000&to_ts=1773100000&target=x | 400 | Invalid target: x"
            })
    void refusesInDatadogsWords(String path, String query, int status, String text) {
        var answer = sandbox.get(path, query == null ? "" : query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/errors/0").asText()).isEqualTo(text);
    }

    @Test
    void tellsByJsonApiThatAnSloIsMissing() {
        var answer = sandbox.get("/api/v2/slo/x/status", window(NOW - 60, NOW));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/errors/0/title").asText()).isEqualTo("Not Found");
    }

    @Test
    void burnsItsBudgetExactlyAtRateOne() {
        var counts = new SloCounts(300_000, new long[] {0, 300_000}, new double[] {99, 98}, new double[] {100, 100});
        assertThat(counts.sli()).isEqualTo(98.5);
        assertThat(counts.burnRate(98.5)).isEqualTo(1);
        assertThat(counts.budgetRemaining(98.5)).isZero();
        assertThat(counts.rawBudgetRemaining(97)).isEqualTo(3);
        assertThat(counts.burnRate(1, 99)).isEqualTo(2);
    }

    @Test
    void tellsCorrectionsUntilNow() {
        long now = Sandbox.NOW.getEpochSecond();
        var history = sandbox.get(
                "/api/v1/slo/slo-checkout-availability/history",
                "from_ts=" + (now - 14 * 86_400) + "&to_ts=253402300800");
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.json().at("/data/overall/corrections")).hasSize(2);
    }
}
