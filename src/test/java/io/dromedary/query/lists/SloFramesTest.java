// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static io.dromedary.query.lists.PlayedDatadog.column;
import static io.dromedary.query.lists.PlayedDatadog.frame;
import static io.dromedary.query.lists.PlayedDatadog.notices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.query.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SloFramesTest {

    private static final long FROM = PlayedDatadog.NOW.getEpochSecond() - 3_600;
    private static final long TO = PlayedDatadog.NOW.getEpochSecond();

    private static String slo(String type) {
        return "\"type\":\"" + type + "\",\"to_ts\":" + TO
                + ",\"slo\":{\"name\":\"Checkout\",\"timeframe\":\"7d\",\"target_threshold\":99.0}";
    }

    /** Six buckets of ten minutes with 100 events each; in the third 5 go wrong, the fifth has none at all. */
    private static final String METRIC = "{\"data\":{" + slo("metric") + ",\"series\":{\"interval\":600,\"times\":["
            + IntStream.range(0, 6).mapToObj(i -> (FROM + i * 600L) + "000.0").collect(Collectors.joining(","))
            + "],\"numerator\":{\"values\":[100,100,95,100,null,100]},"
            + "\"denominator\":{\"values\":[100,100,100,100,0,100]}},"
            + "\"overall\":{\"sli_value\":99.0,\"state\":\"ok\",\"error_budget_remaining\":{\"7d\":0.0}}},\"errors\":null}";

    /** Up, from the 20th minute down for six minutes, no data in the last ten. */
    private static String monitor(String type) {
        var history =
                "[[" + FROM + ",0],[" + (FROM + 1_200) + ",1],[" + (FROM + 1_560) + ",0],[" + (FROM + 3_000) + ",2]]";
        return "{\"data\":{" + slo(type) + ",\"overall\":{\"sli_value\":90.0,\"history\":" + history
                + ",\"state\":\"breached\"},\"groups\":[{\"group\":\"region:eu\",\"sli_value\":100.0,\"history\":[["
                + FROM
                + ",0]]}]}}";
    }

    private static Answer ask(String reply, String members) {
        return PlayedDatadog.saying(reply).answer("{`queryType`:`slos`,`ids`:[`abc`]," + members + "}");
    }

    private static double[] values(Frame frame) {
        return ((Column.Numbers) frame.fields().get(1).column()).values();
    }

    private static double[] values(Answer answer, String measure, String... more) {
        for (var frame : answer.frames()) {
            var labels = frame.fields().get(1).labels();
            if (measure.equals(labels.get("measure"))
                    && (more.length == 0 ? !labels.containsKey("group") : more[1].equals(labels.get(more[0])))) {
                return values(frame);
            }
        }
        throw new AssertionError("no " + measure);
    }

    @Test
    void drawsTheSliAndTheErrorBudgetOfAMetricSlo() {
        var answer = ask(METRIC, "`mode`:`history`");

        assertThat(values(answer, "sli")).containsExactly(100, 100, 95, 100, Double.NaN, 100);
        // 500 events allow 5 bad ones
        assertThat(values(answer, "error_budget")).containsExactly(new double[] {100, 100, 0, 0, 0, 0}, within(1e-6));
        var value = answer.frames().get(0).fields().get(1);
        assertThat(value.config().unit()).isEqualTo("percent");
        assertThat(value.config().displayName()).isEqualTo("Checkout SLI");
        assertThat(answer.frames())
                .allSatisfy(frame -> assertThat(frame.meta().type().wireName()).isEqualTo("timeseries-multi"));
    }

    @Test
    void drawsMonitorSlosOnThePanelsGridAndTheirGroups() {
        var answer = ask(monitor("monitor"), "`mode`:`history`");

        var sli = values(answer, "sli");
        assertThat(sli).hasSize(60);
        assertThat(sli[19]).isEqualTo(100);
        assertThat(sli[20]).isZero();
        assertThat(sli[26]).isEqualTo(100);
        assertThat(sli[59]).as("no data counts neither way").isNaN();
        assertThat(values(answer, "sli", "group", "region:eu")).containsOnly(100);
    }

    @Test
    void countsTimeSlicesWithoutDataAsUp() {
        assertThat(values(ask(monitor("time_slice"), "`mode`:`history`"), "sli")[59])
                .isEqualTo(100);
    }

    @Test
    void tellsWhereEachSloStands() {
        var datadog = PlayedDatadog.saying(METRIC);

        var table = frame(datadog.answer("{`queryType`:`slos`,`mode`:`status`,`ids`:[`abc`]}"));

        assertThat(datadog.asked()).containsExactly("GET /api/v1/slo/abc/history?from_ts=" + FROM + "&to_ts=" + TO);
        assertThat(table.meta().type().wireName()).isEqualTo("numeric-long");
        assertThat(column(table, "slo")).containsExactly("Checkout");
        assertThat(column(table, "sli")).containsExactly("99.0");
        assertThat(column(table, "error_budget_remaining")).containsExactly("0.0");
    }

    @Test
    void measuresHowFastTheBudgetBurnsOverTwoWindows() {
        var datadog = PlayedDatadog.saying(METRIC);

        var answer = datadog.answer(
                "{`queryType`:`slos`,`mode`:`burn-rate`,`ids`:[`abc`],`options`:{`long`:`30m`,`short`:`10m`}}");

        assertThat(datadog.asked().get(0)).contains("from_ts=" + (FROM - 1_800));
        // 5 of 100 bad events are five times what 99 % allow; over half an hour 5 of 300 are
        assertThat(values(answer, "burn_rate", "window", "10m"))
                .containsExactly(new double[] {0, 0, 5, 0, Double.NaN, 0}, within(1e-6));
        assertThat(values(answer, "burn_rate", "window", "30m"))
                .containsExactly(new double[] {0, 0, 5 / 3.0, 5 / 3.0, 2.5, 0}, within(1e-6));
    }

    @Test
    void reducesToNumbersForAlertRules() {
        var table =
                frame(ask(METRIC, "`mode`:`burn-rate`,`format`:`scalar`,`aggregator`:`max`,`options`:{`short`:`10m`}"));

        assertThat(column(table, "window")).containsExactly("1h", "10m");
        assertThat(Double.parseDouble(column(table, "Value").get(1))).isCloseTo(5, within(1e-6));
        assertThat(table.meta().type().wireName()).isEqualTo("numeric-long");
    }

    @Test
    void saysThatDatadogsBucketsAreWiderThanTheWindow() {
        assertThat(notices(ask(METRIC, "`mode`:`burn-rate`")))
                .singleElement()
                .asString()
                .contains("buckets of 10 min");
    }

    @Test
    void passesOnWhyThereIsNoSli() {
        var answer = ask(
                "{\"data\":{" + slo("metric")
                        + ",\"overall\":{\"sli_value\":null,\"state\":\"no_data\",\"errors\":[{\"error_message\":\"The denominator is zero valued\","
                        + "\"error_type\":\"ZERO_VALUED_DENOMINATOR\"}]}}}",
                "`mode`:`status`");

        assertThat(column(frame(answer), "sli")).containsOnlyNulls();
        assertThat(notices(answer)).containsExactly("Checkout: The denominator is zero valued");
    }

    @Test
    void bearsRepliesWithoutAnything() {
        assertThat(frame(ask("{\"data\":null}", "`mode`:`history`")).fields()).isEmpty();
        assertThat(ask("{\"errors\":[{\"error\":\"boom\"}],\"data\":null}", "`mode`:`status`")
                        .failure()
                        .text())
                .isEqualTo("boom");
        assertThat(frame(ask("[]", "`mode`:`status`")).rows()).isZero();
    }

    @Test
    void refusesATargetThatIsNone() {
        assertThat(ask(METRIC, "`mode`:`history`,`options`:{`target`:`all`}")
                        .failure()
                        .text())
                .isEqualTo("The target must be a percentage, such as 99.9");
        assertThat(ask(METRIC, "`mode`:`burn-rate`,`options`:{`long`:`1y`}")
                        .failure()
                        .text())
                .contains("from 1m to 30d");
    }
}
