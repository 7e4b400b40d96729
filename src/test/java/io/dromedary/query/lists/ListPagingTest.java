// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.PlayedDatadog.column;
import static io.dromedary.query.lists.PlayedDatadog.frame;
import static io.dromedary.query.lists.PlayedDatadog.notices;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.query.Cells;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists end, whatever Datadog does. */
class ListPagingTest {

    private static String containers(int from, int count, String cursor) {
        var rows = IntStream.range(from, from + count)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"attributes\":{\"name\":\"n" + i + "\"}}")
                .collect(Collectors.joining(","));
        return "{\"data\":[" + rows + "],\"meta\":{\"pagination\":{\"next_cursor\":\"" + cursor + "\"}}}";
    }

    @Test
    void stopsAtTheLimitOfAListThatNeverEnds() {
        var page = new AtomicInteger();
        var datadog = new PlayedDatadog(request -> {
            var n = page.getAndIncrement();
            return containers(n * 1_000, 1_000, "cursor" + n);
        });

        var answer = datadog.answer("{`queryType`:`container-list`,`limit`:2500}");

        assertThat(frame(answer).rows()).isEqualTo(2_500);
        assertThat(datadog.asked()).hasSize(3);
        assertThat(notices(answer)).singleElement().asString().startsWith("The first 2500;");
    }

    @Test
    void stopsAtAnEmptyPageThatNamesANextOne() {
        var datadog = new PlayedDatadog(
                request -> request.query().contains("cursor") ? containers(0, 0, "more") : containers(0, 2, "next"));

        assertThat(frame(datadog.answer("{`queryType`:`container-list`}")).rows())
                .isEqualTo(2);
        assertThat(datadog.asked()).hasSize(2);
    }

    @Test
    void stopsWhereCursorsGoInCircles() {
        var page = new AtomicInteger();
        var datadog = new PlayedDatadog(request -> containers(page.getAndIncrement() * 10, 10, "same"));

        assertThat(frame(datadog.answer("{`queryType`:`container-list`}")).rows())
                .isEqualTo(20);
    }

    @Test
    void stopsAtAPageThatBringsNothingNew() {
        var page = new AtomicInteger();
        var datadog = new PlayedDatadog(request -> containers(0, 10, "cursor" + page.getAndIncrement()));

        var answer = datadog.answer("{`queryType`:`container-list`}");

        assertThat(frame(answer).rows()).isEqualTo(10);
        assertThat(notices(answer)).singleElement().asString().contains("same page again");
    }

    @Test
    void goesOnWhereDatadogGivesShorterPagesThanAsked() {
        var datadog = new PlayedDatadog(request -> {
            var page = request.query().contains("&page=1") ? 1 : request.query().contains("&page=2") ? 2 : 0;
            var rows = IntStream.range(page * 30, Math.min(page * 30 + 30, 70))
                    .mapToObj(i -> "{\"id\":" + i + ",\"name\":\"m" + i + "\"}")
                    .collect(Collectors.joining(","));
            return "{\"monitors\":[" + rows + "],\"metadata\":{\"total_count\":70,\"per_page\":30}}";
        });

        var table = frame(datadog.answer("{`queryType`:`monitors`}"));

        assertThat(table.rows()).isEqualTo(70);
        assertThat(datadog.asked())
                .containsExactly(
                        "GET /api/v1/monitor/search?per_page=100&page=0",
                        "GET /api/v1/monitor/search?per_page=100&page=1",
                        "GET /api/v1/monitor/search?per_page=100&page=2");
    }

    @Test
    void endsASearchThatFindsNothingInALongList() {
        var page = new AtomicInteger();
        var datadog = new PlayedDatadog(request -> {
            var n = page.getAndIncrement();
            var rows = IntStream.range(n * 100, n * 100 + 100)
                    .mapToObj(i -> "{\"id\":\"d" + i + "\",\"title\":\"board\"}")
                    .collect(Collectors.joining(","));
            return "{\"dashboards\":[" + rows + "]}";
        });

        var answer = datadog.answer("{`queryType`:`dashboards`,`query`:`nowhere`}");

        assertThat(frame(answer).rows()).isZero();
        assertThat(datadog.asked()).hasSize(100);
        assertThat(notices(answer)).singleElement().asString().contains("first 10000 rows");
    }

    @Test
    void keepsIdsBeyondWhatADoubleCanHold() {
        var datadog = PlayedDatadog.saying(
                "{\"monitors\":[{\"id\":6327818702635911562,\"name\":\"a\"},{\"id\":18446744073709551615}]}");

        assertThat(column(frame(datadog.answer("{`queryType`:`monitors`}")), "id"))
                .containsExactly("6327818702635911562", "18446744073709551615");
    }

    @Test
    void bearsWhateverTheCellsHold() {
        var deep = "[".repeat(50) + "]".repeat(50);
        var huge = "x".repeat(1_000_000);
        var datadog = PlayedDatadog.saying("{\"monitors\":[{\"id\":1,\"name\":" + deep + ",\"status\":\"Sideways\","
                + "\"tags\":\"not a list\",\"query\":\"" + huge + "\",\"last_triggered_ts\":\"soon\",\"new\":{}},"
                + "{},null,7,{\"priority\":\"2\",\"last_triggered_ts\":1e300}]}");

        var answer = datadog.answer("{`queryType`:`monitors`}");
        var table = frame(answer);

        assertThat(table.rows()).isEqualTo(5);
        assertThat(column(table, "name").get(0)).isEqualTo(deep);
        assertThat(column(table, "status").get(0)).isEqualTo("Sideways");
        assertThat(column(table, "tags").get(0)).isEqualTo("not a list");
        assertThat(column(table, "query").get(0)).hasSize(Cells.MAX_TEXT + 1).endsWith("\u2026");
        assertThat(column(table, "last_triggered")).containsOnlyNulls();
        assertThat(column(table, "priority").get(4)).isEqualTo("2.0");
        assertThat(notices(answer)).containsExactly("Cells of more than 10000 characters are cut");
    }

    @Test
    void tellsThatAnAnswerIsNoJson() {
        var failure = PlayedDatadog.saying("Bad gateway")
                .answer("{`queryType`:`hosts`}")
                .failure();

        assertThat(failure.status()).isEqualTo(502);
        assertThat(failure.text()).contains("not understood");
    }

    @Test
    void hasAllColumnsWhenThereIsNothing() {
        assertThat(frame(PlayedDatadog.saying("{}").answer("{`queryType`:`slos`}"))
                        .fields())
                .extracting(field -> field.name())
                .contains("name", "sli", "error_budget_remaining");
    }
}
