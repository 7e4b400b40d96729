// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.PlayedDatadog.column;
import static io.dromedary.query.lists.PlayedDatadog.frame;
import static io.dromedary.query.lists.PlayedDatadog.notices;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a variable stands for where a query needs ids. */
class ChosenIdsTest {

    private static final String ALL = ",`ids`:[`$v`],`variables`:{`v`:[`*`]}}";

    private static final String RESULT = "{\"results\":[{\"result_id\":\"7\",\"result\":{\"passed\":true}}]}";

    private static PlayedDatadog tests(int count) {
        return new PlayedDatadog(request -> {
            if (!request.path().equals("/api/v1/synthetics/tests")) {
                return RESULT;
            }
            return IntStream.range(0, count)
                    .mapToObj(at -> "{\"public_id\":\"t" + at + "\",\"name\":\"test " + at + "\",\"type\":\""
                            + (at == 1 ? "browser" : "api") + "\",\"tags\":[\"team:" + (at % 2 == 0 ? "shop" : "store")
                            + "\"]}")
                    .collect(joining(",", "{\"tests\":[", "]}"));
        });
    }

    @Test
    void readsTheResultsOfEachTestThatHasSome() {
        var datadog = tests(4);

        var answer = datadog.answer("{`queryType`:`synthetics`,`mode`:`results`" + ALL);

        assertThat(column(frame(answer), "test")).containsExactly("t0", "t2", "t3");
        assertThat(notices(answer)).isEmpty();
        assertThat(column(frame(datadog.answer("{`queryType`:`synthetics`,`mode`:`browser-results`" + ALL)), "test"))
                .containsExactly("t1");
    }

    @Test
    void takesAStarForEverything() {
        assertThat(column(frame(tests(3).answer("{`queryType`:`synthetics`,`mode`:`results`,`ids`:[`*`]}")), "test"))
                .containsExactly("t0", "t2");
    }

    @Test
    void tellsWhenNotEverythingIsShown() {
        var answer = tests(60).answer("{`queryType`:`synthetics`,`mode`:`results`" + ALL);

        assertThat(frame(answer).rows()).isEqualTo(50);
        assertThat(notices(answer)).singleElement().asString().startsWith("Everything is chosen, and 50 are shown");
    }

    @Test
    void letsFiltersAndTheSearchTextChoose() {
        var filter = "`filters`:[{`key`:`team`,`operator`:`=`,`values`:[`shop`]}]";
        var results = "{`queryType`:`synthetics`,`mode`:`results`,";

        assertThat(column(frame(tests(6).answer(results + filter + ALL)), "test"))
                .containsExactly("t0", "t2", "t4");
        assertThat(column(frame(tests(6).answer(results + "`query`:`5`" + ALL)), "test"))
                .containsExactly("t5");
        assertThat(column(frame(tests(6).answer(results + filter + ",`ids`:[`t3`,`t4`]}")), "test"))
                .containsExactly("t4");
    }

    @Test
    void searchesForSlosAsTheirListDoes() {
        var datadog = new PlayedDatadog(request -> request.path().endsWith("/search")
                ? "{\"data\":{\"attributes\":{\"slos\":[{\"data\":{\"id\":\"a\"}},{\"data\":{\"id\":\"b\"}}]}}}"
                : "{\"data\":{\"overall\":{\"name\":\"" + request.path().split("/", -1)[4]
                        + "\",\"sli_value\":99.5,\"state\":\"ok\"}}}");

        var answer = datadog.answer("{`queryType`:`slos`,`mode`:`status`,`query`:`checkout`,"
                + "`filters`:[{`key`:`team`,`operator`:`=`,`values`:[`shop`]}]" + ALL);

        assertThat(datadog.asked().get(0)).startsWith("GET /api/v1/slo/search?query=checkout team:shop&");
        assertThat(column(frame(answer), "slo")).containsExactly("a", "b");
    }

    @Test
    void saysSoWhenNothingFits() {
        var answer = tests(0).answer("{`queryType`:`synthetics`,`mode`:`uptime`" + ALL);

        assertThat(frame(answer).fields()).isEmpty();
        assertThat(notices(answer)).singleElement().asString().startsWith("Nothing fits");
    }

    @Test
    void failsAsTheListDoes() {
        var datadog = new PlayedDatadog(request -> {
            throw new FailedException(new Failure(403, Source.DOWNSTREAM, "Not allowed"));
        });

        assertThat(datadog.answer("{`queryType`:`slos`,`mode`:`history`" + ALL).failure())
                .isEqualTo(new Failure(403, Source.DOWNSTREAM, "Not allowed"));
    }

    @Test
    void choosesMonitorsByTheirIds() {
        var datadog =
                PlayedDatadog.saying("{\"monitors\":[{\"id\":1,\"name\":\"one\"},{\"id\":12,\"name\":\"twelve\"}]}");

        var some = datadog.answer("{`queryType`:`monitors`,`ids`:[`$v`],`variables`:{`v`:[`1`,`3`]}}");

        assertThat(datadog.asked().get(0)).contains("query=(1 OR 3)&");
        assertThat(column(frame(some), "name")).containsExactly("one");
        assertThat(column(frame(datadog.answer("{`queryType`:`monitors`" + ALL)), "name"))
                .containsExactly("one", "twelve");
    }

    @Test
    void readsAnAddressForEachValueInItsPath() {
        var datadog = new PlayedDatadog(ChosenIdsTest::monitor);

        var answer = datadog.answer("{`queryType`:`endpoint`,`options`:{`path`:`/api/v1/monitor/{monitor_id}`,"
                + "`monitor_id`:`$v`},`variables`:{`v`:[`1`,`3`]}}");

        assertThat(datadog.asked()).containsExactly("GET /api/v1/monitor/1", "GET /api/v1/monitor/3");
        assertThat(column(frame(answer), "id")).containsExactly("1", "3");
    }

    private static String monitor(DatadogRequest<?> request) {
        return "{\"id\":" + request.path().split("/", -1)[4] + "}";
    }
}
