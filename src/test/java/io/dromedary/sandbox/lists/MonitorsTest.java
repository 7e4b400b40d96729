// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.RateLimits;
import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorsTest {

    private static final Pattern METRIC_QUERY =
            Pattern.compile("(avg|max|min|sum)\\(last_(\\d+)m\\):(.*) ([<>]) ([0-9.]+)");
    private static final World WORLD = World.of(7);

    private final Sandbox sandbox = new Sandbox();

    private static Sandbox at(Instant now) {
        return new Sandbox(now, RateLimits.generous());
    }

    /** Before, in the rise, in the middle, in the fall and after some incidents, and some calm times. */
    static Stream<Instant> times() {
        var incidents = WORLD.incidents()
                .between(Sandbox.NOW.minus(Duration.ofDays(2)).toEpochMilli(), Sandbox.NOW.toEpochMilli());
        return incidents.stream()
                .limit(4)
                .flatMap(incident -> Stream.of(
                        incident.startMs() - 60_000,
                        incident.startMs() + 130_000,
                        incident.startMs() + 500_000,
                        incident.endMs() - 30_000,
                        incident.endMs() + 480_000))
                .map(Instant::ofEpochMilli);
    }

    @ParameterizedTest
    @MethodSource("times")
    void alertsExactlyWhenItsMetricDoes(Instant now) {
        var there = at(now);
        var minute = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        int compared = 0;
        for (var monitor : ok(there.get("/api/v1/monitor", "group_states=all"))) {
            var parts = METRIC_QUERY.matcher(monitor.path("query").asText());
            if (!parts.matches()) {
                continue;
            }
            var series = there.series(
                    parts.group(3),
                    minute.minus(Duration.ofMinutes(Integer.parseInt(parts.group(2)))),
                    minute,
                    Duration.ofMinutes(1));
            var groups = monitor.at("/state/groups");
            for (var one : series.entrySet()) {
                String group = one.getKey().isEmpty() ? "*" : one.getKey();
                assertThat(groups.path(group).path("status").asText())
                        .as("%s, %s", monitor.path("name").asText(), group)
                        .isEqualTo(state(one.getValue(), parts.group(1), parts.group(4), monitor));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    private static String state(double[] values, String aggregator, String comparison, JsonNode monitor) {
        var known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double value = aggregator.equals("max")
                ? Arrays.stream(known).max().orElse(Double.NaN)
                : Arrays.stream(known).average().orElse(Double.NaN);
        double sign = comparison.equals(">") ? 1 : -1;
        var limits = monitor.at("/options/thresholds");
        if (Double.isNaN(value)) {
            return "No Data";
        }
        if (sign * value > sign * limits.path("critical").asDouble()) {
            return "Alert";
        }
        return sign * value > sign * limits.path("warning").asDouble() ? "Warn" : "OK";
    }

    /** One incident of each service. */
    static Stream<Incident> incidents() {
        var all = WORLD.incidents()
                .between(Sandbox.NOW.minus(Duration.ofDays(20)).toEpochMilli(), Sandbox.NOW.toEpochMilli());
        return WORLD.shop().services().stream()
                .flatMap(service -> all.stream()
                        .filter(incident -> incident.service().equals(service.name()))
                        .limit(1));
    }

    @ParameterizedTest
    @MethodSource("incidents")
    void somethingAlertsForTheServiceInTrouble(Incident incident) {
        String search = query("query", "status:alert service:" + incident.service());
        var during = at(Instant.ofEpochMilli(incident.startMs() + 540_000));
        var before = at(Instant.ofEpochMilli(incident.startMs() - 600_000));

        assertThat(ok(during.get("/api/v1/monitor/search", search)).path("monitors"))
                .isNotEmpty();
        assertThat(ok(before.get("/api/v1/monitor/search", search)).path("monitors"))
                .isEmpty();
    }

    @Test
    void pagesOfTheListCoverAllOnce() {
        var all = ok(sandbox.get("/api/v1/monitor", ""));
        var paged = Pages.all(sandbox, "/api/v1/monitor", 7, page -> "page_size=7&page=" + page, "", "/id");

        assertThat(all.size()).isGreaterThan(30);
        assertThat(paged).hasSize(all.size());
        assertThat(ok(sandbox.get("/api/v1/monitor", "page=99"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/monitor/search", "/api/v1/monitor/groups/search"})
    void countsOfASearchAgreeWithItsPages(String path) {
        String items = path.contains("groups") ? "/groups" : "/monitors";
        var first = ok(sandbox.get(path, "per_page=10"));
        var all = Pages.all(sandbox, path, 10, page -> "per_page=10&page=" + page, items, "");
        assertThat(all).hasSize(first.at("/metadata/total_count").asInt());
        assertThat(first.at("/metadata/page_count").asInt()).isEqualTo((all.size() + 9) / 10);
        for (var count : first.at("/counts/status")) {
            String status = count.path("name").asText();
            assertThat(all.stream().filter(item -> item.path("status").asText().equals(status)))
                    .hasSize(count.path("count").asInt());
            assertThat(ok(sandbox.get(path, query("query", "status:\"" + status + "\"")))
                            .at("/metadata/total_count")
                            .asInt())
                    .isEqualTo(count.path("count").asInt());
        }
        for (var count : first.at("/counts/muted")) {
            assertThat(count.path("name").isBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type:metric | 3",
                "type:(apm OR host) muted:false | 18",
                "muted:true | 2",
                "tag:\"service:payment\" -type:synthetics | 4",
                "service:payment NOT type:synthetics | 4",
                "env:staging | 2",
                "postgres* slow | 1",
                "title:\"CPU of a host is busy\" | 1",
                "id:140104 | 1",
                "* | 36",
                "(env:staging OR priority:p1) type:apm | 6",
                "nothing-like-this | 0"
            })
    void findsMonitors(String search, int expected) {
        assertThat(ok(sandbox.get("/api/v1/monitor/search", query("query", search)))
                        .at("/metadata/total_count")
                        .asInt())
                .isEqualTo(expected);
    }

    @Test
    void knowsADowntimeThatSilencesAMonitor() {
        var muted = ok(sandbox.get("/api/v1/monitor/search", query("query", "muted:true type:apm")))
                .at("/monitors/0");
        var monitor = ok(sandbox.get("/api/v1/monitor/" + muted.path("id").asLong(), "with_downtimes=true"));
        var matches = ok(sandbox.get("/api/v2/monitor/" + muted.path("id").asLong() + "/downtime_matches", ""));

        assertThat(monitor.at("/options/silenced").has("*")).isTrue();
        assertThat(monitor.at("/matching_downtimes/0/id").asText())
                .isEqualTo(matches.at("/data/0/id").asText());
        assertThat(ok(sandbox.get("/api/v2/downtime/" + matches.at("/data/0/id").asText(), ""))
                        .at("/data/attributes/status")
                        .asText())
                .isEqualTo("active");
    }

    @Test
    void pagesOfDowntimesCoverAllOnce() {
        var all = Pages.all(
                sandbox,
                "/api/v2/downtime",
                8,
                page -> query("page[limit]", "8", "page[offset]", Integer.toString(8 * page)),
                "/data",
                "/id");
        var whole = ok(sandbox.get("/api/v2/downtime", query("page[limit]", "500")));

        assertThat(all).hasSize(whole.at("/meta/page/total_filtered_count").asInt());
        assertThat(all.size()).isGreaterThan(30);
        assertThat(all.stream()
                        .map(one -> one.at("/attributes/status").asText())
                        .distinct())
                .contains("active", "ended", "scheduled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/monitor/search | query=status:notastatus | 400 | Query parsing error: 'notastatus' is not a valid monitor status",
                "/api/v1/monitor | group_states=notagroupstate | 400 | Invalid group_state filters.",
                "/api/v1/monitor/12345 |  | 404 | Monitor not found",
                "/api/v1/monitor/x |  | 400 | Invalid monitor id: x",
                "/api/v1/monitor/search | query=%28type%3Ametric | 400 | Query parsing error: missing ')'",
                "/api/v1/monitor/search | query=a%29 | 400 | Query parsing error: unexpected ')'",
                "/api/v1/monitor/search | query=%22a | 400 | Query parsing error: missing closing quote",
                "/api/v1/monitor/search | query=a+OR | 400 | Query parsing error: something is missing at the end",
                "/api/v1/monitor/search | sort=colour | 400 | Invalid sort: colour",
                "/api/v1/monitor/search | per_page=0 | 400 | The value provided for parameter 'per_page' is invalid",
                "/api/v2/downtime/x |  | 400 | Invalid URL param: downtime_id must be an uuid",
                "/api/v2/downtime/00000000-0000-0000-0000-000000000000 |  | 404 | Downtime not found",
                "/api/v2/monitor/1/downtime_matches |  | 404 | Monitor not found"
            })
    void refusesInDatadogsWords(String path, String query, int status, String text) {
        var answer = sandbox.get(path, query == null ? "" : query);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/errors/0").asText()).isEqualTo(text);
    }

    @Test
    void readsDeepAndLongSearchesWithoutHarm() {
        for (String search : List.of("(".repeat(3000), "-".repeat(3000) + "a", "*".repeat(3000), "a ".repeat(5000))) {
            assertThat(sandbox.get("/api/v1/monitor/search", query("query", search))
                            .status())
                    .isIn(200, 400);
        }
    }

    @Test
    void saysTheSameAtTheSameTime() {
        assertThat(new Sandbox().get("/api/v1/monitor/search", "").json())
                .isEqualTo(sandbox.get("/api/v1/monitor/search", "").json());
    }
}
