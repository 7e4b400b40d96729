// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeseriesQueryTest {

    private static final String PATH = "/api/v2/query/timeseries";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Sandbox sandbox = new Sandbox();

    private static long[] times(Sandbox.Answer answer) {
        return StreamSupport.stream(answer.json().at("/data/attributes/times").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }

    @Test
    void hasTheShapeOfTheRecording() {
        var answer = sandbox.timeseries(Duration.ofHours(1), Duration.ofMinutes(10), "avg:system.cpu.user{*}");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/vnd.api+json");
        assertThat(answer.json().at("/data/id").asText()).isEqualTo("0");
        assertThat(answer.json().at("/data/type").asText()).isEqualTo("timeseries_response");
        assertThat(answer.json().at("/data/attributes/series"))
                .hasToString(
                        "[{\"group_tags\":[],\"query_index\":0,\"unit\":[{\"family\":\"percentage\",\"name\":\"percent\","
                                + "\"plural\":\"percent\",\"scale_factor\":1.0,\"short_name\":\"%\",\"id\":17},null]}]");
        assertThat(times(answer)).hasSize(6);
        assertThat(answer.json().at("/data/attributes/values/0")).hasSize(6);
    }

    @Test
    void alignsBucketsToUnixTimeWithinTheWindow() {
        var times = times(sandbox.timeseries(Duration.ofHours(1), Duration.ofSeconds(90), "avg:system.cpu.user{*}"));
        long to = Sandbox.NOW.toEpochMilli();
        assertThat(times).hasSize(40);
        assertThat(Arrays.stream(times)).allMatch(time -> time % 90_000 == 0 && time >= to - 3_600_000 && time < to);
    }

    @ParameterizedTest
    @CsvSource({"PT1H,PT20S", "PT4H,PT1M", "PT24H,PT5M", "PT48H,PT10M", "PT168H,PT1H", "PT720H,PT4H"})
    void choosesAnIntervalForTheSpan(Duration span, Duration interval) {
        var times = times(sandbox.timeseries(span, Duration.ZERO, "avg:system.cpu.user{*}"));
        assertThat(times[1] - times[0]).isEqualTo(interval.toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"avg:system.cpu.user{*}", "avg:system.cpu.user{*}.rollup(avg, 1)"})
    void widensWhatWouldBeTooManyPoints(String query) {
        var times = times(sandbox.timeseries(Duration.ofHours(24), Duration.ofSeconds(1), query));
        assertThat(times).hasSizeLessThanOrEqualTo(1500).hasSizeGreaterThan(500);
        assertThat(times[1] - times[0]).isEqualTo(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void prefersTheRollupToTheInterval() {
        var times = times(sandbox.timeseries(
                Duration.ofHours(4), Duration.ofSeconds(10), "avg:system.cpu.user{*}.rollup(max, 600)"));
        assertThat(times[1] - times[0]).isEqualTo(600_000);
    }

    @Test
    void cutsDaysOnTheCalendarOfATimeZone() {
        // the clocks of Denver went forward on 8 March 2026
        var times = times(sandbox.timeseries(
                Duration.ofDays(4), Duration.ZERO, "sum:shop.orders{*}.rollup(sum, daily, 'America/Denver')"));
        assertThat(Arrays.stream(times).mapToObj(Instant::ofEpochMilli))
                .containsExactly(
                        Instant.parse("2026-03-07T07:00:00Z"),
                        Instant.parse("2026-03-08T07:00:00Z"),
                        Instant.parse("2026-03-09T06:00:00Z"),
                        Instant.parse("2026-03-10T06:00:00Z"));
    }

    @Test
    void sharesTimesBetweenQueriesOfDifferentRollups() {
        var answer = sandbox.timeseries(
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                "sum:shop.orders{*}",
                "sum:shop.orders{*}.rollup(sum, 900)");
        var attributes = answer.json().at("/data/attributes");
        assertThat(attributes.at("/values/0")).hasSize(12).noneMatch(JsonNode::isNull);
        assertThat(attributes.at("/values/1"))
                .hasSize(12)
                .filteredOn(value -> !value.isNull())
                .hasSize(4);
        assertThat(attributes.at("/series/1/query_index").asInt()).isEqualTo(1);
    }

    @Test
    void sortsTheTagsOfAGroup() {
        var answer = sandbox.timeseries(
                Duration.ofHours(1), Duration.ofMinutes(5), "avg:system.cpu.user{service:postgres} by {region,env}");
        assertThat(Sandbox.series(answer)).containsOnlyKeys("env:prod,region:us-east-1", "env:prod,region:eu-west-1");
    }

    @Test
    void tellsUnitsPerSecond() {
        var answer = sandbox.timeseries(
                Duration.ofHours(1), Duration.ofMinutes(5), "sum:trace.http.request.hits{*}.as_rate()");
        var unit = answer.json().at("/data/attributes/series/0/unit");
        assertThat(unit.at("/0/name").asText()).isEqualTo("request");
        assertThat(unit.at("/1/name").asText()).isEqualTo("second");
    }

    @Test
    void tellsWhatASourceHadNoTagFor() {
        assertThat(sandbox.series("avg:system.cpu.user{*} by {rack}")).containsOnlyKeys("rack:N/A");
    }

    @Test
    void hasNullsWhileAHostIsAway() {
        var night = sandbox.series(
                "avg:system.cpu.user{host:web-use1-2}",
                Instant.parse("2026-03-10T05:00:00Z"),
                Instant.parse("2026-03-10T07:00:00Z"),
                Duration.ofMinutes(30));
        assertThat(night.get("")).hasSize(4);
        assertThat(Arrays.stream(night.get("")).mapToObj(Double::isNaN)).containsExactly(true, true, false, false);
    }

    @Test
    void knowsNothingOfTheFuture() {
        var answer = sandbox.series(
                "avg:system.cpu.user{*}",
                Sandbox.NOW.minusSeconds(600),
                Sandbox.NOW.plusSeconds(6000),
                Duration.ofMinutes(1));
        assertThat(answer.get("")).hasSize(10);
        var future = sandbox.series(
                "avg:system.cpu.user{*}",
                Sandbox.NOW.plusSeconds(60),
                Sandbox.NOW.plusSeconds(600),
                Duration.ofMinutes(1));
        assertThat(future).isEmpty();
    }

    @Test
    void answersAnUnknownMetricWithNothing() {
        var answer = sandbox.timeseries(Duration.ofHours(1), Duration.ofMinutes(5), "avg:no.such.metric{*}");
        assertThat(answer.json().at("/data/attributes")).hasToString("{\"series\":[],\"times\":[],\"values\":[]}");
    }

    @Test
    void readsFormulasOverNames() {
        var body = Sandbox.body(
                "timeseries_request",
                Sandbox.NOW.toEpochMilli() - 3_600_000,
                Sandbox.NOW.toEpochMilli(),
                300_000,
                "[{\"formula\":\"a / b * 100\"},{\"formula\":\"timeshift(a, -3600)\"},{\"formula\":\"a\",\"limit\":{\"count\":1}}]",
                "sum:trace.http.request.hits{service:web} by {region}",
                "sum:trace.http.request.hits{*} by {region}");
        var answer = sandbox.post(PATH, body);
        assertThat(answer.json().at("/data/attributes/series")).hasSize(9);
        assertThat(Arrays.stream(Sandbox.numbers(answer.json().at("/data/attributes/values/0"))))
                .allMatch(share -> share > 40 && share < 80);
        assertThat(answer.json().at("/data/attributes/series/0/unit").isNull()).isTrue();
        assertThat(answer.json().at("/data/attributes/series/8/query_index").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Invalid JSON",
                "[1]|Invalid JSON",
                "{\"data\":|Invalid JSON",
                "{}|Invalid type. Expected \"timeseries_request\".",
                "{\"data\":{\"type\":\"scalar_request\"}}|Invalid type. Expected \"timeseries_request\".",
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{}}}|'from'",
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{\"from\":\"now\",\"to\":5}}}|'from'",
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{\"from\":5,\"to\":5}}}|start time must be before",
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{\"from\":5,\"to\":9}}}|outside the retention",
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{\"from\":1773155000000,\"to\":1773155251000}}}|at least one query",
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{\"from\":1773155000000,\"to\":1773155251000,\"interval\":0}}}|'interval'"
            })
    void refusesARequestThatIsWrong(String body, String reason) {
        var answer = sandbox.post(PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avg:system.cpu.user|column 20",
                "avg:system.cpu.user{env:prod AND !region:a}|not in both",
                "nonsense(avg:system.cpu.user{*})|unknown function nonsense",
                "avg:system.cpu.user{*} +|column 25",
                "p95:system.cpu.user{*}|needs a distribution metric",
                "$A + 1|unknown query name",
                "avg:system.cpu.user{*}, avg:system.load.1{*}|single expression",
                "avg:system.cpu.user{*}.rollup(avg, 0.1)|rollup",
                "calendar_shift(avg:system.cpu.user{*}, '-1y', 'UTC')|calendar_shift",
                "avg:system.cpu.user{*}.rollup(avg, daily, 'Nowhere/Town')|Nowhere/Town"
            })
    void refusesAQueryThatIsWrongAndSaysWhere(String query, String reason) {
        var answer = sandbox.timeseries(Duration.ofHours(1), Duration.ofMinutes(5), query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(reason);
    }

    @Test
    void refusesDataSourcesItDoesNotHave() {
        var body = Sandbox.body("timeseries_request", 1_773_155_000_000L, 1_773_155_251_000L, 0, "", "x")
                .replace("\"metrics\"", "\"network\"");
        var answer = sandbox.post(PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains("'network'");
    }

    /** A month before March 30 is the last day of February, as it is a month before March 29. */
    @ParameterizedTest
    @CsvSource({
        "sum:shop.orders{*}.as_count(), -1mo, 2025-03-29T20:00:00Z, 2025-02-28T20:00:00Z, 36",
        "sum:shop.orders{*}.as_count(), -1mo, 2025-03-30T00:00:00Z, 2025-02-28T00:00:00Z, 36",
        "sum:shop.orders{*}.as_count(), -1mo, 2026-02-28T22:00:00Z, 2026-01-28T22:00:00Z, 24",
        "sum:shop.orders{*}.as_count(), -1mo, 2026-03-01T00:00:00Z, 2026-02-01T00:00:00Z, 24",
        "p95:shop.checkout.latency{*}, -1mo, 2025-03-29T20:00:00Z, 2025-02-28T20:00:00Z, 36",
        "p95:shop.checkout.latency{*}, -1mo, 2025-03-30T00:00:00Z, 2025-02-28T00:00:00Z, 36",
    })
    void readsEachPointAMonthBeforeItsOwnTime(String query, String shift, String at, String read, int points) {
        var from = Instant.parse(at).minus(Duration.ofHours(6));
        var to = Instant.parse(at).plus(Duration.ofHours(6));
        var shifted = sandbox.series("calendar_shift(" + query + ", '" + shift + "', 'UTC')", from, to, FIVE_MINUTES);
        var own = sandbox.series(
                query, Instant.parse(read), Instant.parse(read).plus(FIVE_MINUTES.multipliedBy(points)), FIVE_MINUTES);
        assertThat(Arrays.copyOfRange(shifted.get(""), 72, 72 + points)).containsExactly(own.get(""), within(1e-6));
    }

    @Test
    void countsEventsOnceWhereAnHourComesTwice() {
        var logs =
                "{\"data\":{\"type\":\"timeseries_request\",\"attributes\":{\"from\":%d,\"to\":%d,\"interval\":300000,"
                        + "\"queries\":[{\"name\":\"a\",\"data_source\":\"audit\",\"compute\":{\"aggregation\":\"count\"},"
                        + "\"search\":{\"query\":\"*\"}}],\"formulas\":[{\"formula\":\"calendar_shift(a, '-1d', 'Europe/Paris')\"}]}}}";
        long from = Instant.parse("2025-10-26T00:00:00Z").toEpochMilli();
        var answer = sandbox.post("/api/v2/query/timeseries", logs.formatted(from, from + 7_200_000));
        assertThat(answer.status()).isEqualTo(200);
        var counts = Sandbox.series(answer).get("");
        // the hour from 02:00 to 03:00, and once more
        assertThat(Arrays.copyOfRange(counts, 12, 24)).containsExactly(Arrays.copyOfRange(counts, 0, 12));
    }
}
