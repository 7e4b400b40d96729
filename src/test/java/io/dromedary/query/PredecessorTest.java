// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Queries that the open-source plugin before this one has saved. */
class PredecessorTest {

    private final QueryReader reader = new QueryReader();

    @Test
    void readsMetricsWithTheirLegend() {
        var query =
                (Query.Metrics) read("", "{`queryText`:`avg:a{*}`,`legendMode`:`custom`,`legendTemplate`:`{{host}}`}");

        assertThat(query.text()).isEqualTo("avg:a{*}");
        assertThat(query.legend()).isEqualTo("{{host}}");
        assertThat(((Query.Metrics) read("metrics", "{`queryText`:`a{*}`,`legendMode`:`auto`,`legendTemplate`:`x`}"))
                        .legend())
                .isEmpty();
    }

    @Test
    void readsTheLegendOfOlderOnes() {
        assertThat(((Query.Metrics) read("", "{`queryText`:`avg:a{*}`,`label`:`{{host}}`}")).legend())
                .isEqualTo("{{host}}");
    }

    @Test
    void leavesOutLinesThatAreComments() {
        var query = (Query.Metrics) read("", "{`queryText`:`# the load\\navg:a{*}\\n  # of all`}");

        assertThat(query.text()).isEqualTo("avg:a{*}");
    }

    @Test
    void keepsTheWidthOfPoints() {
        assertThat(read("", "{`queryText`:`avg:a{*}`,`interval`:30000}")
                        .window()
                        .interval())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsFormulas() {
        var query = (Query.Metrics) read("", "{`type`:`math`,`expression`:`$A * 100 / $B`,`queryText`:``}");

        assertThat(query.text()).isEqualTo("$A * 100 / $B");
    }

    @Test
    void readsLogs() {
        var query = (Query.Events)
                read("logs", "{`queryType`:`logs`,`logQuery`:`service:web`,`indexes`:[`main`],`jsonParsing`:true}");

        assertThat(query.search().text()).isEqualTo("service:web");
        assertThat(query.search().indexes()).containsExactly("main");
        assertThat(query.task()).isInstanceOf(EventTask.Listing.class);
        assertThat(((Query.Events) read("logs", "{`queryText`:`service:web`}"))
                        .search()
                        .text())
                .isEqualTo("service:web");
    }

    @Test
    void knowsLogsByTheirSearchWhereNoTypeIsSaved() {
        var query = (Query.Events) read("", "{`logQuery`:`service:web`,`queryText`:``,`pageSize`:250}");

        assertThat(query.search().text()).isEqualTo("service:web");
        assertThat(query.task())
                .isInstanceOfSatisfying(
                        EventTask.Listing.class,
                        listing -> assertThat(listing.limit()).isEqualTo(250));
        assertThat(read("", "{`queryType`:`metrics`,`queryText`:`avg:a{*}`,`logQuery`:`old`}"))
                .isInstanceOf(Query.Metrics.class);
    }

    @Test
    void readsTheVolumeOfLogs() {
        for (var type : new String[] {"", "logs-volume"}) {
            var query = (Query.Events) read(type, "{`queryType`:`logs-volume`,`logQuery`:`x`}");

            assertThat(query.search().text()).isEqualTo("x");
            assertThat(query.task())
                    .isInstanceOfSatisfying(
                            EventTask.Aggregate.class,
                            aggregate -> assertThat(aggregate.volume()).isTrue());
        }
    }

    @Test
    void leavesOurOwnQueriesAlone() {
        var query = (Query.Metrics) read("", "{`query`:`avg:a{*}`,`queryText`:`avg:old{*}`}");

        assertThat(query.text()).isEqualTo("avg:a{*}");
    }

    private Query read(String queryType, String saved) {
        var json = saved.replace('`', '"').getBytes(UTF_8);
        return reader.read(new AskedQuery("A", queryType, 0, 60_000, 0, 0, json), false);
    }
}
