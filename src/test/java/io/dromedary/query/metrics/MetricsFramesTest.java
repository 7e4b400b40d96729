// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.query.Answer;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Window;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetricsFramesTest {

    private static final long[] MINUTES = {0, 60, 120};

    private static List<Answer> answers(QueryGroup group, String series, long[] times, String values)
            throws IOException {
        return new MetricsFrames().from(Panels.reply(Panels.json(series, times, values)), Panels.batch(group));
    }

    private static Field value(Frame frame) {
        return frame.fields().get(1);
    }

    private static double[] numbers(Frame frame) {
        return ((Column.Numbers) value(frame).column()).values();
    }

    private static long[] secondsAfterNoon(Frame frame) {
        var times = (Column.Times) frame.fields().get(0).column();
        return Arrays.stream(times.epochNanos())
                .map(nanos -> nanos / 1_000_000_000 - Panels.NOON.getEpochSecond())
                .toArray();
    }

    @Test
    void makesAFrameOfEachSeries() throws IOException {
        var group = Panels.group(Panels.FIVE_MINUTES, "avg:a{*} by {host}");
        var answer = answers(
                        group,
                        Panels.series(0, "host:b", "env:x") + "," + Panels.series(0, "host:a", "env:x"),
                        MINUTES,
                        "[1,2,3],[4,null,6]")
                .get(0);

        assertThat(answer.refId()).isEqualTo("A");
        assertThat(answer.frames()).extracting(Frame::name).containsExactly("x, a", "x, b");
        var first = answer.frames().get(0);
        assertThat(first.refId()).isEqualTo("A");
        assertThat(first.meta().type()).isEqualTo(FrameType.TIMESERIES_MULTI);
        assertThat(first.meta().executedQuery()).isEqualTo("avg:a{*} by {host}");
        assertThat(first.fields()).extracting(Field::name).containsExactly("Time", "Value");
        assertThat(value(first).labels()).containsExactly(Map.entry("env", "x"), Map.entry("host", "a"));
        assertThat(value(first).config().displayName()).isEqualTo("x, a");
        assertThat(value(first).config().intervalMillis()).isEqualTo(60_000);
        assertThat(secondsAfterNoon(first)).containsExactly(MINUTES);
        assertThat(numbers(first)).containsExactly(4, Double.NaN, 6);
        assertThat(first.fields().get(0).column())
                .as("times are shared")
                .isEqualTo(answer.frames().get(1).fields().get(0).column());
    }

    @Test
    void answersEachQueryOfTheCallAndAnEqualOneTwice() throws IOException {
        var group = Panels.group(Panels.FIVE_MINUTES, "avg:a{*}", "avg:b{*}", "avg:a{*}");
        var answers = answers(group, Panels.series(1) + "," + Panels.series(0), MINUTES, "[7,7,7],[1,1,1]");

        assertThat(answers).extracting(Answer::refId).containsExactly("A", "B", "C");
        assertThat(answers)
                .extracting(answer -> numbers(answer.frames().get(0))[0])
                .containsExactly(1.0, 7.0, 1.0);
        assertThat(answers.get(2).frames().get(0).refId()).isEqualTo("C");
    }

    @Test
    void saysThatThereIsNoDataByAFrameWithoutFields() throws IOException {
        var frames = answers(Panels.group(Panels.FIVE_MINUTES, "avg:a{*}"), "", new long[0], "")
                .get(0)
                .frames();

        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).fields()).isEmpty();
        assertThat(frames.get(0).meta().type()).isEqualTo(FrameType.TIMESERIES_MULTI);
    }

    @Test
    void keepsAKnownSeriesWithoutPointsInTheWindow() throws IOException {
        var frames = answers(
                        Panels.group(Panels.FIVE_MINUTES, "avg:a{*}"), Panels.series(0), new long[] {-60, 300}, "[1,2]")
                .get(0)
                .frames();

        assertThat(frames.get(0).fields()).hasSize(2);
        assertThat(frames.get(0).rows()).isZero();
    }

    @Test
    void clipsToTheWindow() throws IOException {
        var frame = answers(
                        Panels.group(Panels.FIVE_MINUTES, "avg:a{*}"),
                        Panels.series(0),
                        new long[] {-60, 0, 60, 240, 300},
                        "[1,2,3,4,5]")
                .get(0)
                .frames()
                .get(0);

        assertThat(secondsAfterNoon(frame)).containsExactly(0, 60, 240);
        assertThat(numbers(frame)).containsExactly(2, 3, 4);
    }

    @Test
    void tellsSeriesWithEqualLabelsApart() throws IOException {
        var frames = answers(
                        Panels.group(Panels.FIVE_MINUTES, "avg:a{*} by {h}"),
                        Panels.series(0, "h:x") + "," + Panels.series(0, "h:x"),
                        MINUTES,
                        "[1,1,1],[2,2,2]")
                .get(0)
                .frames();

        assertThat(frames).extracting(frame -> value(frame).name()).containsExactly("Value", "Value 2");
    }

    @Test
    void tellsThatDatadogWidenedThePoints() throws IOException {
        var window = Panels.window(Panels.NOON, Panels.NOON.plusSeconds(3_600), 10);
        var frames = answers(
                        Panels.group(window, "avg:a{*} by {h}"),
                        Panels.series(0, "h:x") + "," + Panels.series(0, "h:y"),
                        MINUTES,
                        "[1,1,1],[1,1,1]")
                .get(0)
                .frames();

        assertThat(frames.get(0).meta().notices())
                .extracting(Notice::text)
                .singleElement()
                .asString()
                .contains("every 1m where 10s");
        assertThat(frames.get(1).meta().notices()).isEmpty();
        assertThat(value(frames.get(0)).config().intervalMillis()).isEqualTo(60_000);
    }

    @Test
    void saysNothingOfSparseDataOrAnOwnRollup() throws IOException {
        var window = Panels.window(Panels.NOON, Panels.NOON.plusSeconds(3_600), 10);
        var sparse =
                answers(Panels.group(window, "avg:a{*}"), Panels.series(0), new long[] {45, 105, 2_625}, "[1,1,87]");
        var rollup = answers(Panels.group(window, "avg:a{*}.rollup(avg, 60)"), Panels.series(0), MINUTES, "[1,1,1]");

        assertThat(sparse.get(0).frames().get(0).meta().notices()).isEmpty();
        assertThat(rollup.get(0).frames().get(0).meta().notices()).isEmpty();
    }

    @Test
    void tellsThatDatadogWidenedARollupOfTheQuery() throws IOException {
        var week = Panels.window(Panels.NOON, Panels.NOON.plusSeconds(604_800), 900);
        var times = new long[] {0, 600, 1_200};

        assertThat(notices(week, "avg:a{*}.rollup(avg, 10)", times))
                .singleElement()
                .asString()
                .contains("every 10m where 10s");
        assertThat(notices(week, "avg:a{*}.rollup(avg, 600)", times)).isEmpty();
        assertThat(notices(week, "avg:a{*}.rollup(sum, daily)", times)).isEmpty();
        assertThat(notices(week, "(avg:a{*} + avg:b{*}.rollup(avg, 10)).rollup(avg, 60)", times))
                .isEmpty();
        assertThat(notices(week, "avg:a{*}.rollup(avg, 10) / avg:b{*}.rollup(avg, 20)", times))
                .isEmpty();
    }

    private static List<String> notices(Window window, String query, long[] times) throws IOException {
        return answers(Panels.group(window, query), Panels.series(0), times, "[1,1,1]").get(0).frames().stream()
                .flatMap(frame -> frame.meta().notices().stream())
                .map(Notice::text)
                .toList();
    }

    @Test
    void tellsThatDatadogCutTheSeries() throws IOException {
        var window = Panels.window(Panels.NOON, Panels.NOON.plusSeconds(7_200), 5);
        var times = LongStream.range(0, 1_500).toArray();
        var values = "[" + "1,".repeat(1_499) + "1]";
        var frame = answers(Panels.group(window, "avg:a{*}.rollup(avg, 1)"), Panels.series(0), times, values)
                .get(0)
                .frames()
                .get(0);

        assertThat(frame.meta().notices())
                .singleElement()
                .matches(notice -> notice.severity() == Notice.Severity.WARNING)
                .matches(notice -> notice.text().contains("1500 points only"));
    }

    @Test
    void givesAQueryWithWiderPointsOnlyItsOwnRows() throws IOException {
        var group = Panels.group(Panels.FIVE_MINUTES, "avg:a{*}", "avg:b{*}.rollup(avg, 120)");
        var answers = answers(
                group,
                Panels.series(0) + "," + Panels.series(1),
                new long[] {0, 60, 120, 180, 240},
                "[1,2,null,4,5],[1,null,3,null,5]");

        assertThat(numbers(answers.get(0).frames().get(0))).containsExactly(1, 2, Double.NaN, 4, 5);
        assertThat(secondsAfterNoon(answers.get(1).frames().get(0))).containsExactly(0, 120, 240);
        assertThat(numbers(answers.get(1).frames().get(0))).containsExactly(1, 3, 5);
    }

    @Test
    void usesLegendAndUnit() throws IOException {
        var series = """
                {"group_tags":["host:a"],"query_index":0,"unit":[{"family":"bytes","name":"byte","short_name":"B",\
                "scale_factor":1},{"family":"time","name":"second","short_name":"s","scale_factor":1}]}""";
        var frame = answers(
                        Panels.legend(Panels.FIVE_MINUTES, "avg:a{*} by {host}", "on {{host}}"),
                        series,
                        MINUTES,
                        "[1,2,3]")
                .get(0)
                .frames()
                .get(0);

        assertThat(value(frame).config().displayName()).isEqualTo("on a");
        assertThat(value(frame).config().unit()).isEqualTo("binBps");
    }

    @Test
    void refusesAnAnswerToAQueryThatWasNotAsked() {
        assertThatThrownBy(() ->
                        answers(Panels.group(Panels.FIVE_MINUTES, "avg:a{*}"), Panels.series(1), MINUTES, "[1,1,1]"))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("not understood");
    }
}
