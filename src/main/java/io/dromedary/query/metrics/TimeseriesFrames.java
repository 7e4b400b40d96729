// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.ReplyFailures;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.query.Answer;
import io.dromedary.query.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Time series as frames: each series one frame of type {@code timeseries-multi}, with the fields {@code Time} and
 * {@code Value}. Confined to one reply.
 *
 * <p>What tells series of one query apart are their labels; should two have equal labels, the value field of the second
 * is called {@code Value 2}. Series are sorted by their labels, because Datadog's order changes from call to call and
 * colours would with it. The times array is shared by all frames that show the same rows.
 */
final class TimeseriesFrames {

    private final MetricsBatch batch;
    private final Window window;
    private final Grid grid;
    private final List<List<MetricsReply.Series>> series = new ArrayList<>();
    private final boolean mixed;

    TimeseriesFrames(MetricsReply reply, MetricsBatch batch) {
        this.batch = batch;
        window = batch.call().window();
        grid = Grid.of(reply.times(), window.range());
        var formulas = batch.call().question().formulas();
        formulas.forEach(formula -> series.add(new ArrayList<>()));
        for (var one : reply.series()) {
            if (one.query() < 0 || one.query() >= formulas.size()) {
                throw new FailedException(ReplyFailures.notUnderstood());
            }
            series.get(one.query()).add(one);
        }
        mixed = formulas.size() > 1
                && batch.queries().stream()
                        .flatMap(query -> query.expressions().stream())
                        .map(expression -> AskedWidth.of(expression, window))
                        .anyMatch(width -> !width.equals(Optional.of(window.interval())));
    }

    List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < batch.queries().size(); i++) {
            var query = batch.queries().get(i);
            answers.add(Answer.of(
                    query.query().refId(), frames(query, batch.formulas().get(i))));
        }
        return answers;
    }

    private record Labelled(SortedMap<String, String> labels, MetricsReply.Series series) {}

    private List<Frame> frames(ReadyQuery query, List<Integer> formulas) {
        var frames = new ArrayList<Frame>();
        var seen = new HashMap<SortedMap<String, String>, Integer>();
        for (var i = 0; i < formulas.size(); i++) {
            addFrames(query, i, series.get(formulas.get(i)), seen, frames);
        }
        return frames.isEmpty()
                ? List.of(new Frame("", query.query().refId(), meta(query, query.notices()), List.of()))
                : frames;
    }

    private void addFrames(
            ReadyQuery query,
            int index,
            List<MetricsReply.Series> own,
            Map<SortedMap<String, String>, Integer> seen,
            List<Frame> frames) {
        var expression = query.expressions().get(index);
        var rows = mixed
                ? grid.thinned(own.stream().map(MetricsReply.Series::values).toList())
                : grid;
        var legend = new Legend(query.query().legend(), query.names().get(index), expression);
        var time = Field.time("Time", rows.times());
        var intervalMillis = intervalMillis(rows);
        for (var one : labelled(own, query.labels(expression))) {
            var count = seen.merge(one.labels(), 1, Integer::sum);
            var name = legend.name(one.labels());
            var unit = Units.grafana(one.series().unit(), one.series().perUnit());
            var value = Field.numbers(
                    count == 1 ? "Value" : "Value " + count,
                    one.labels(),
                    FieldConfig.series(name, unit, intervalMillis),
                    rows.values(one.series().values()));
            var notices = frames.isEmpty() ? notices(query, rows, expression) : List.<Notice>of();
            frames.add(new Frame(name, query.query().refId(), meta(query, notices), List.of(time, value)));
        }
    }

    private static List<Labelled> labelled(List<MetricsReply.Series> series, Map<String, String> more) {
        return series.stream()
                .map(one -> new Labelled(Labels.of(one.tags(), more), one))
                .sorted((one, other) -> Labels.compare(one.labels(), other.labels()))
                .toList();
    }

    /** Grafana shows each notice once for a panel, so the first frame has them all. */
    private List<Notice> notices(ReadyQuery query, Grid rows, Expression expression) {
        var notices = new ArrayList<>(query.notices());
        notices.addAll(GridNotices.of(rows, window, AskedWidth.of(expression, window)));
        return notices;
    }

    private static FrameMeta meta(ReadyQuery query, List<Notice> notices) {
        return FrameMeta.of(FrameType.TIMESERIES_MULTI, query.executed(), notices);
    }

    /** The usual distance of the points: the median, so that holes in sparse data do not count. */
    private long intervalMillis(Grid rows) {
        var distances = rows.distances();
        return distances.length == 0
                ? window.interval().toMillis()
                : Duration.ofNanos(distances[distances.length / 2]).toMillis();
    }
}
