// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.MovingClock;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.health.Check;
import io.dromedary.query.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchesTest {

    private final MovingClock clock = MovingClock.at(Instant.parse("2026-11-25T10:00:00Z"));

    @Test
    void tellsOnceThatAThresholdIsPassedAndOnceThatItIsNoMore() {
        var watches = watches("query", "avg:a{*}", "above", "10", "to", "direct:x");

        answer(watches, 11);
        answer(watches, 12);
        assertThat(watches.events("w")).hasSize(1);
        assertThat(watches.json(watches.events("w").get(0))).contains("\"state\":\"breached\"", "\"value\":11.0");
        assertThat(watches.checks()).extracting(Check::state).containsExactly(Check.State.DOWN);
        watches.sent("w", watches.events("w").get(0));

        answer(watches, 10);
        assertThat(watches.json(watches.events("w").get(0))).contains("\"state\":\"recovered\"");
        assertThat(watches.checks()).extracting(Check::state).containsExactly(Check.State.UP);
    }

    @Test
    void anOptionLeftEmptyCountsAsNotSet() {
        var watches = watches("query", "avg:a{*}", "above", "10", "below", "", "to", "direct:x");

        answer(watches, 1);
        assertThat(watches.events("w")).isEmpty();

        answer(watches, 11);
        assertThat(watches.events("w")).hasSize(1);
    }

    @Test
    void keepsAnEventUntilItIsSent() {
        var watches = watches("query", "avg:a{*}", "below", "10", "to", "direct:x");
        answer(watches, 1);

        watches.notSent("w", new IllegalStateException("secret address"));
        assertThat(watches.events("w")).hasSize(1);
        assertThat(watches.checks().get(0).text()).contains("cannot be sent").doesNotContain("secret");

        answer(watches, 11);
        assertThat(watches.events("w")).hasSize(2);
    }

    @Test
    void waitsAsLongAsItIsToldTo() {
        var watches = watches("query", "avg:a{*}", "above", "10", "for", "2m", "to", "direct:x");

        answer(watches, 11);
        clock.pass(Duration.ofMinutes(1));
        answer(watches, 11);
        assertThat(watches.events("w")).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        answer(watches, 11);
        assertThat(watches.events("w")).hasSize(1);
    }

    @Test
    void beginsToWaitAnewAfterAGoodAnswer() {
        var watches = watches("query", "avg:a{*}", "above", "10", "for", "2m", "to", "direct:x");

        answer(watches, 11);
        clock.pass(Duration.ofMinutes(1));
        answer(watches, 9);
        clock.pass(Duration.ofMinutes(1));
        answer(watches, 11);
        assertThat(watches.events("w")).isEmpty();
        assertThat(watches.breached("w")).isZero();
    }

    @Test
    void knowsNothingNewFromAFailureOrFromNoData() {
        var watches = watches("query", "avg:a{*}", "above", "10");
        answer(watches, 11);

        var failed = List.of(Answer.failed("A", Failure.badRequest("no such metric")));
        assertThatThrownBy(() -> watches.answer("w", failed)).isInstanceOf(FailedException.class);
        watches.fail("w", new FailedException(Failure.badRequest("no such metric")));
        assertThat(watches.checks().get(0).state()).isEqualTo(Check.State.DOWN);
        assertThat(watches.checks().get(0).text()).contains("no such metric");

        answer(watches, 9);
        watches.answer("w", List.of(Answer.of("A", List.of())));
        assertThat(watches.checks().get(0).state()).isEqualTo(Check.State.UNKNOWN);
        assertThat(watches.value("w")).isNaN();
    }

    @Test
    void countsTheWorstOfSeveralGroupsAndNamesIt() {
        var watches = watches("query", "avg:a{*} by {host}", "above", "10", "to", "direct:x");
        var hosts = Field.texts("host", List.of("web-1", "web-2"));
        var values = Field.numbers("Value", Map.of(), FieldConfig.NONE, new double[] {11, 20});

        watches.answer("w", List.of(Answer.of("A", List.of(frame(FrameType.NUMERIC_LONG, hosts, values)))));

        assertThat(watches.json(watches.events("w").get(0))).contains("\"labels\":{\"host\":\"web-2\"}");
    }

    @Test
    void takesTheLastNumberOfATimeSeries() {
        var watches = watches("query", "{\"query\":\"avg:a{*}\"}", "above", "10", "to", "direct:x");
        var times = Field.time("Time", new long[] {1, 2, 3});
        var values = Field.numbers("Value", Map.of(), FieldConfig.NONE, new double[] {99, 5, Double.NaN});

        watches.answer("w", List.of(Answer.of("A", List.of(frame(FrameType.TIMESERIES_MULTI, times, values)))));

        assertThat(watches.value("w")).isEqualTo(5);
    }

    @Test
    void isDueAsOftenAsItIsToldToAndNotWhileItIsAsked() {
        var watches = watches("query", "avg:a{*}", "above", "10", "every", "30s");

        assertThat(watches.due()).containsExactly("w");
        clock.pass(Duration.ofMinutes(1));
        assertThat(watches.due()).isEmpty();
        watches.end("w");
        assertThat(watches.due()).containsExactly("w");
        watches.end("w");
        assertThat(watches.due()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "above=1 | query is missing",
                "query=a | above or below must be there",
                "query=a,above=1,below=2 | above or below must be there",
                "query=a,above=x | above must be a number",
                "query=a,above=NaN | above must be a number",
                "query=a,above=1,every=soon | every must be a duration",
                "query=a,above=1,every=10ms | every must be at least 1s",
                "query=a,above=1,aggregator=p99 | aggregator must be one of",
                "query=a,above=1,colour=red | colour is unknown",
            })
    void tellsWhatIsWrongWithAWatchAndKeepsTheOthers(String options, String problem) {
        var watches = watches(options.split("[=,]"));

        assertThat(watches.due()).isEmpty();
        assertThat(watches.checks()).singleElement().satisfies(check -> {
            assertThat(check.state()).isEqualTo(Check.State.DOWN);
            assertThat(check.text()).startsWith("dromedary.watch.w." + problem);
        });
    }

    private void answer(Watches watches, double value) {
        var field = Field.numbers("Value", Map.of(), FieldConfig.NONE, new double[] {value});
        watches.answer("w", List.of(Answer.of("A", List.of(frame(FrameType.NUMERIC_MULTI, field)))));
    }

    private static Frame frame(FrameType type, Field... fields) {
        return new Frame("", "A", FrameMeta.of(type, null, List.of()), List.of(fields));
    }

    private Watches watches(String... options) {
        var properties = new HashMap<String, String>();
        for (var i = 0; i < options.length; i += 2) {
            properties.put("dromedary.watch.w." + options[i].strip(), options[i + 1].strip());
        }
        return new Watches(
                properties, new WatchProperties(text -> Duration.ofMillis(TimeUtils.toMilliSeconds(text))), clock);
    }
}
