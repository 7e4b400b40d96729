// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.RateLimits;
import io.dromedary.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticsTest {

    private static final String TESTS = "/api/v1/synthetics/tests";

    private final Sandbox sandbox = new Sandbox();

    private JsonNode results(String id, long from, long to) {
        return ok(sandbox.get(TESTS + "/" + id + "/results", "from_ts=" + from + "&to_ts=" + to))
                .path("results");
    }

    @Test
    void failsWhileItsServiceIsInTroubleAndItsMonitorAlerts() {
        var incident = Troubles.of("payment");
        var during = results("shp-pay-005", incident.startMs() + 240_000, incident.startMs() + 480_000);
        var before = results("shp-pay-005", incident.startMs() - 600_000, incident.startMs() - 60_000);

        assertThat(during).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("status").asInt()).isOne();
            assertThat(one.at("/result/failure/message").asText()).contains("503");
        });
        assertThat(before).isNotEmpty().allSatisfy(one -> {
            assertThat(one.path("status").asInt()).isZero();
            assertThat(one.at("/result/timings/total").asDouble()).isBetween(200.0, 400.0);
        });
        var then = new Sandbox(Instant.ofEpochMilli(incident.startMs() + 480_000), RateLimits.generous());
        assertThat(ok(then.get("/api/v1/monitor/150005", ""))
                        .path("overall_state")
                        .asText())
                .isEqualTo("Alert");
    }

    @Test
    void uptimeIsWhatTheHistorySays() {
        long to = Sandbox.NOW.getEpochSecond();
        long from = to - Duration.ofDays(3).toSeconds();
        var uptime = ok(sandbox.post(
                        TESTS + "/uptimes",
                        "{\"from_ts\":" + from + ",\"to_ts\":" + to
                                + ",\"public_ids\":[\"shp-chk-004\",\"old-app-008\"]}"))
                .path(0);
        var history = uptime.at("/overall/history");
        double down = 0;
        for (int i = 0; i < history.size(); i++) {
            long end = i + 1 < history.size() ? history.at("/" + (i + 1) + "/0").asLong() : to;
            down += history.at("/" + i + "/1").asInt()
                    * (end - history.at("/" + i + "/0").asLong());
        }
        assertThat(uptime.at("/overall/uptime").asDouble())
                .isLessThan(100)
                .isCloseTo(100 - 100 * down / (to - from), within(1e-9));
        assertThat(uptime.path("groups"))
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.path("uptime").asDouble())
                        .isGreaterThanOrEqualTo(uptime.at("/overall/uptime").asDouble()));
    }

    @Test
    void resultsAreNewestFirstAndDistinct() {
        long now = Sandbox.NOW.toEpochMilli();
        var results = results("shp-hom-001", now - 7_200_000, now);
        assertThat(results).hasSize(72);
        assertThat(results).extracting(one -> one.path("result_id").asText()).doesNotHaveDuplicates();
        assertThat(results)
                .extracting(one -> -one.path("check_time").asLong())
                .isSorted()
                .allMatch(time -> -time <= now && -time >= now - 7_200_000);
        assertThat(results("shp-hom-001", 0, 4_000_000_000_000L)).hasSize(150);
        assertThat(results("old-app-008", now - 7_200_000, now)).isEmpty();
    }

    @Test
    void aResultOfTheListCanBeReadAlone() {
        long now = Sandbox.NOW.toEpochMilli();
        for (var path : java.util.List.of("/shp-hom-001/results", "/browser/shp-buy-006/results")) {
            var listed = ok(sandbox.get(TESTS + path, "from_ts=" + (now - 7_200_000) + "&to_ts=" + now))
                    .at("/results/0");
            var alone =
                    ok(sandbox.get(TESTS + path + "/" + listed.path("result_id").asText(), ""));

            assertThat(alone.path("check_time")).isEqualTo(listed.path("check_time"));
            assertThat(alone.at("/check/config/request/url").asText()).startsWith("https://shop.example/");
        }
        assertThat(sandbox.get(TESTS + "/shp-hom-001/results/7", "").status()).isEqualTo(404);
    }

    @Test
    void pagesCoverAllOnce() {
        var all = Pages.all(sandbox, TESTS, 3, page -> "page_size=3&page_number=" + page, "/tests", "/public_id");
        assertThat(all).hasSize(ok(sandbox.get(TESTS, "")).path("total").asInt());
        assertThat(Pages.all(
                        sandbox, TESTS + "/search", 3, page -> "count=3&start=" + 3 * page, "/tests", "/public_id"))
                .hasSameSizeAs(all);
        assertThat(ok(sandbox.get(TESTS + "/search", query("text", "type:browser")))
                        .path("tests"))
                .hasSize(1);
        assertThat(ok(sandbox.get(TESTS + "/shp-buy-006", ""))
                        .path("monitor_id")
                        .asLong())
                .isEqualTo(150_006);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | 400 | Invalid from_ts: epoch seconds are expected",
                "{\"from_ts\":9,\"to_ts\":9,\"public_ids\":[\"a\"]} | 400 | Invalid from_ts or to_ts",
                "{\"from_ts\":1773000000,\"to_ts\":1773009999,\"public_ids\":[]} | 400 | public_ids must hold 1 to 50 ids",
                "{\"from_ts\":1773000000,\"to_ts\":1773009999,\"public_ids\":[\"a\"]} | 404 | Synthetics test not found",
                "[] | 400 | API input validation failed: Invalid JSON. Expected an object."
            })
    void refusesBadUptimes(String body, int status, String text) {
        var answer = sandbox.post(TESTS + "/uptimes", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/errors/0").asText()).isEqualTo(text);
    }
}
