// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.PlayedDatadog.column;
import static io.dromedary.query.lists.PlayedDatadog.field;
import static io.dromedary.query.lists.PlayedDatadog.frame;
import static io.dromedary.query.lists.PlayedDatadog.notices;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListQueriesTest {

    private final PlayedDatadog datadog = PlayedDatadog.saying("{}");

    private String asked(String saved) {
        datadog.asked().clear();
        datadog.answer(saved);
        assertThat(datadog.asked()).hasSize(1);
        return datadog.asked().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {`key`:`env`,`operator`:`=`,`values`:[`prod`]}; tag:"env:prod"
            {`key`:`env`,`operator`:`!=`,`values`:[`prod`]}; -tag:"env:prod"
            {`key`:`status`,`operator`:`=|`,`values`:[`alert`,`no data`]}; (status:alert OR status:"no data")
            {`key`:`team`,`operator`:`!=|`,`values`:[`a`,`b`]}; -(tag:"team:a" OR tag:"team:b")
            """)
    void searchesMonitorsByFilters(String filter, String term) {
        assertThat(asked("{`queryType`:`monitors`,`query`:`cpu`,`filters`:[" + filter + "]}"))
                .isEqualTo("GET /api/v1/monitor/search?query=cpu " + term + "&per_page=100&page=0");
    }

    @Test
    void replacesVariablesInTheSearchText() {
        var variables = "`variables`:{`env`:[`prod`],`s`:[`ok`,`no data`],`all`:[`*`],`none`:[]}}";

        assertThat(asked("{`queryType`:`monitors`,`query`:`tag:${env:raw} status:$s type:[[all]] x:$none $other`,"
                        + variables))
                .contains("query=tag:prod status:(ok OR \"no data\") type:* $other&");
        assertThat(asked("{`queryType`:`container-list`,`query`:`env:$env`," + variables))
                .contains("filter[tags]=env:prod&");
    }

    @Test
    void appliesToTheRowsWhatDatadogCannotFilter() {
        var hosts = PlayedDatadog.saying(
                "{\"host_list\":[{\"name\":\"a\",\"up\":true,\"tags_by_source\":{\"x\":[\"env:prod\"]}},"
                        + "{\"name\":\"b\",\"up\":false,\"tags_by_source\":{\"x\":[\"env:dev\"]}},{\"name\":\"c\",\"up\":true}]}");

        var byTag = hosts.answer("{`queryType`:`hosts`,`filters`:[{`key`:`env`,`operator`:`=`,`values`:[`prod`]}]}");
        var byColumn = hosts.answer("{`queryType`:`hosts`,`filters`:[{`key`:`up`,`operator`:`!=`,`values`:[`true`]}]}");
        var byPattern =
                hosts.answer("{`queryType`:`hosts`,`filters`:[{`key`:`name`,`operator`:`=~`,`values`:[`a|c.*`]}]}");

        assertThat(column(frame(byTag), "name")).containsExactly("a");
        assertThat(column(frame(byColumn), "name")).containsExactly("b");
        assertThat(column(frame(byPattern), "name")).containsExactly("a", "c");
        assertThat(notices(byTag)).containsExactly("Filtered here, not by Datadog: env");
    }

    @Test
    void searchesRowsWhereDatadogHasNoSearch() {
        var boards = PlayedDatadog.saying(
                "{\"dashboards\":[{\"id\":\"a\",\"title\":\"Web Shop\"},{\"id\":\"b\",\"title\":\"Store\"}]}");

        assertThat(column(frame(boards.answer("{`queryType`:`dashboards`,`query`:`shop web`}")), "id"))
                .containsExactly("a");
    }

    @Test
    void asksForEachIdAloneAndShowsWhatCanBeHad() {
        var tests = new PlayedDatadog(request -> {
            if (request.path().contains("gone")) {
                throw new FailedException(new Failure(404, Source.DOWNSTREAM, "Datadog knows no such test"));
            }
            return "{\"results\":[{\"check_time\":1764072000000,\"result\":{\"passed\":true,\"timings\":{\"total\":12.5}},"
                    + "\"result_id\":\"7\"}]}";
        });

        var answer = tests.answer("{`queryType`:`synthetics`,`mode`:`results`,`ids`:[`$t`,`gone`],"
                + "`variables`:{`t`:[`abc-def`,`x/y`]}}");

        assertThat(tests.asked().get(0))
                .isEqualTo("GET /api/v1/synthetics/tests/abc-def/results?from_ts=1795604400000&to_ts=1795608000000");
        assertThat(tests.asked().get(1)).startsWith("GET /api/v1/synthetics/tests/x%2Fy/results");
        assertThat(column(frame(answer), "test")).containsExactly("abc-def", "x/y");
        assertThat(column(frame(answer), "duration")).containsExactly("12.5", "12.5");
        assertThat(notices(answer)).containsExactly("gone: Datadog knows no such test");
    }

    @Test
    void failsWhenNoneOfTheIdsCanBeRead() {
        var tests = new PlayedDatadog(request -> {
            throw new FailedException(new Failure(404, Source.DOWNSTREAM, "Datadog knows no such test"));
        });

        assertThat(tests.answer("{`queryType`:`synthetics`,`mode`:`results`,`ids`:[`gone`]}")
                        .failure()
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {`queryType`:`monitors`,`mode`:`lst`}          | Unknown mode of monitors; use one of: list, groups, counts, annotations
            {`queryType`:`synthetics`,`mode`:`results`}    | needs the ids
            {`queryType`:`synthetics`,`mode`:`results`,`ids`:[`..`]} | must not be made of dots
            {`queryType`:`slos`,`mode`:`status`,`ids`:[`$s`],`variables`:{`s`:[]}} | nothing chosen
            {`queryType`:`endpoint`,`options`:{`path`:`/api/v2/on-call/schedules/{schedule_id}`,`schedule_id`:`$s`},`variables`:{`s`:[`*`]}} | All of a variable cannot stand for schedule_id
            {`queryType`:`endpoint`,`options`:{`path`:`/api/v2/team/{team_id}/links/{link_id}`,`team_id`:`a,b`,`link_id`:`*`}} | Only one part of the path may have several values
            {`queryType`:`services`,`mode`:`apm`}          | The option env is missing
            {`queryType`:`monitors`,`mode`:`counts`,`options`:{`by`:`a.b`}} | must be one word
            {`queryType`:`monitors`,`limit`:20000}         | use 1 to 10000
            """)
    void saysWhatIsWrong(String saved, String text) {
        try {
            var failure = datadog.answer(saved).failure();
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.text()).contains(text);
        } catch (FailedException refused) {
            assertThat(refused.failure().text()).contains(text);
        }
    }

    @Test
    void marksDowntimesThatTouchTheWindow() {
        var downtimes = PlayedDatadog.saying("{\"data\":["
                + downtime("long", "2026-11-20T00:00:00+00:00", "null")
                + "," + downtime("over", "2026-11-20T00:00:00+00:00", "\"2026-11-21T00:00:00+00:00\"")
                + "," + downtime("inside", "2026-11-25T11:10:00+00:00", "\"2026-11-25T11:20:00+00:00\"")
                + "," + downtime("later", "2026-11-26T00:00:00+00:00", "null") + "]}");

        var frame = frame(downtimes.answer("{`queryType`:`downtimes`,`mode`:`annotations`}"));

        assertThat(column(frame, "title")).containsExactly("long", "inside");
        assertThat(column(frame, "time")).containsExactly("2026-11-20T00:00:00Z", "2026-11-25T11:10:00Z");
        assertThat(column(frame, "timeEnd")).containsExactly("2026-11-25T12:00:00Z", "2026-11-25T11:20:00Z");
    }

    @Test
    void looksForMarksBeyondTheLimitAndShowsNoMore() {
        var over = downtime("over", "2026-11-20T00:00:00+00:00", "\"2026-11-21T00:00:00+00:00\"");
        var downtimes = PlayedDatadog.saying("{\"data\":[" + over + "," + over.replace("over", "over too") + ","
                + downtime("one", "2026-11-25T11:10:00+00:00", "null") + ","
                + downtime("two", "2026-11-25T11:20:00+00:00", "null") + "]}");

        var answer = downtimes.answer("{`queryType`:`downtimes`,`mode`:`annotations`,`limit`:1}");

        assertThat(column(frame(answer), "title")).containsExactly("one");
        assertThat(notices(answer)).containsExactly("The first 1 of 2; raise the limit to see more");
    }

    private static String downtime(String scope, String start, String end) {
        return "{\"id\":\"" + scope + "\",\"attributes\":{\"scope\":\"" + scope + "\",\"schedule\":{\"start\":\""
                + start + "\",\"end\":" + end + "}}}";
    }

    @Test
    void marksChangesOfMonitorsByTheirEvents() {
        var events = PlayedDatadog.saying(
                "{\"data\":[{\"id\":\"AQ\",\"attributes\":{\"timestamp\":\"2026-11-25T11:30:00.000Z\","
                        + "\"message\":\"cpu is high\",\"tags\":[\"env:prod\",\"monitor\"],\"attributes\":{\"title\":\"[Triggered] cpu\"}}}]}");

        var frame = frame(events.answer("{`queryType`:`monitors`,`mode`:`annotations`,`query`:`env:prod`}"));

        assertThat(events.asked().get(0))
                .startsWith("GET /api/v2/events?filter[from]=1795604400000")
                .contains("filter[query]=source:alert env:prod");
        assertThat(column(frame, "title")).containsExactly("[Triggered] cpu");
        assertThat(column(frame, "timeEnd")).containsOnlyNulls();
        assertThat(column(frame, "tags")).containsExactly("env:prod,monitor");
    }

    @Test
    void readsUsageHourByHour() {
        var usage = PlayedDatadog.saying(
                "{\"data\":[{\"id\":\"1\",\"attributes\":{\"timestamp\":\"2026-11-25T11:00:00+00:00\","
                        + "\"product_family\":\"logs\",\"measurements\":[{\"usage_type\":\"ingested\",\"value\":5},"
                        + "{\"usage_type\":\"indexed\",\"value\":null}]}}]}");

        var table = frame(usage.answer("{`queryType`:`usage`,`options`:{`family`:`logs`}}"));

        assertThat(usage.asked().get(0)).contains("filter[timestamp][start]=2026-11-25T11", "[end]=2026-11-25T12");
        assertThat(column(table, "usage_type")).containsExactly("ingested", "indexed");
        assertThat(column(table, "value")).containsExactly("5.0", null);
    }

    @Test
    void drawsUsageAsSeriesForAlertRules() {
        var usage = PlayedDatadog.saying("{\"data\":["
                + usageAt("2026-11-25T11:30:00+00:00", 7) + "," + usageAt("2026-11-25T11:00:00+00:00", 5) + ","
                + usageAt("2026-11-25T10:00:00+00:00", 1) + "]}");

        var answer = usage.answer("{`queryType`:`usage`,`mode`:`series`}");

        assertThat(answer.frames()).hasSize(1);
        var frame = frame(answer);
        assertThat(frame.meta().type().wireName()).isEqualTo("timeseries-multi");
        assertThat(column(frame, "Time")).containsExactly("2026-11-25T11:00:00Z", "2026-11-25T11:30:00Z");
        assertThat(column(frame, "Value")).containsExactly("5.0", "7.0");
        assertThat(field(frame, "Value").labels())
                .containsEntry("family", "logs")
                .containsEntry("usage_type", "ingested");
        assertThat(frame(PlayedDatadog.saying("{}").answer("{`queryType`:`usage`,`mode`:`series`}"))
                        .fields())
                .isEmpty();
    }

    private static String usageAt(String time, int value) {
        return "{\"id\":\"" + time + "\",\"attributes\":{\"timestamp\":\"" + time + "\",\"product_family\":\"logs\","
                + "\"measurements\":[{\"usage_type\":\"ingested\",\"value\":" + value + "}]}}";
    }

    @Test
    void linksNowhereWithoutASiteOrAgainstTheUsersWish() {
        var saved = "{`queryType`:`hosts`}";
        var unwanted = new PlayedDatadog(request -> "{}", "{\"site\":\"US3\",\"dataLinks\":false}");
        var free = new PlayedDatadog(request -> "{}", "{\"url\":\"https://datadog.proxy.example\"}");
        var own = new PlayedDatadog(request -> "{}", "{\"site\":\"US1\",\"appUrl\":\"https://acme.datadoghq.com/\"}");

        assertThat(field(frame(unwanted.answer(saved)), "name").config().links())
                .isEmpty();
        assertThat(field(frame(free.answer(saved)), "name").config().links()).isEmpty();
        assertThat(field(frame(own.answer(saved)), "name")
                        .config()
                        .links()
                        .get(0)
                        .url())
                .startsWith("https://acme.datadoghq.com/infrastructure?filter=");
    }

    @Test
    void asksForProcessesOfTheLastHourOnly() {
        datadog.answer(
                "{`queryType`:`process-list`,`query`:`java`}",
                Instant.parse("2026-11-01T00:00:00Z"),
                PlayedDatadog.NOW);

        assertThat(datadog.asked().get(0))
                .isEqualTo("GET /api/v2/processes?from=1795604400&search=java&to=1795608000&page[limit]=100");
    }
}
