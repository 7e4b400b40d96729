// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.FailedException;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.query.Answer;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;

/**
 * Makes frames out of a reply: each series one frame of type {@code timeseries-multi}, with the fields {@code Time} and
 * {@code Value}. Stateless.
 *
 * <p>What tells series of one query apart are their labels; should Datadog give two with equal labels, the value field
 * of the second is called {@code Value 2}. Series are sorted by their labels, because Datadog's order changes from call
 * to call and colours would with it. The times array is shared by all frames that show the same rows.
 */
public final class MetricsFrames {

    /**
     * Returns an answer for each query of the group, in its order.
     *
     * @param reply to the call made of the same group
     * @throws FailedException 502 if the reply answers a query that was not asked
     */
    public List<Answer> from(MetricsReply reply, QueryGroup group) {
        var texts = MetricsCall.of(group).texts();
        var series = new ArrayList<List<MetricsReply.Series>>();
        texts.forEach(text -> series.add(new ArrayList<>()));
        for (var one : reply.series()) {
            if (one.query() < 0 || one.query() >= texts.size()) {
                throw new FailedException(MetricsReplies.notUnderstood());
            }
            series.get(one.query()).add(one);
        }
        var grid = Grid.of(reply.times(), group.window().range());
        var mixed = texts.size() > 1
                && texts.stream().anyMatch(text -> QueryText.of(text).hasRollup());
        return MetricsCall.metrics(group).stream()
                .map(query -> {
                    var own = series.get(texts.indexOf(query.text()));
                    var rows = mixed ? grid.thinned(values(own)) : grid;
                    return Answer.of(query.refId(), frames(query, own, rows));
                })
                .toList();
    }

    private static List<double[]> values(List<MetricsReply.Series> series) {
        return series.stream().map(MetricsReply.Series::values).toList();
    }

    private record Labelled(SortedMap<String, String> labels, MetricsReply.Series series) {}

    private static List<Frame> frames(Query.Metrics query, List<MetricsReply.Series> series, Grid grid) {
        var text = QueryText.of(query.text());
        if (series.isEmpty()) {
            return List.of(new Frame("", query.refId(), meta(query, List.of()), List.of()));
        }
        var labelled = series.stream()
                .map(one -> new Labelled(Labels.of(one.tags()), one))
                .sorted(Comparator.comparing(one -> one.labels().toString()))
                .toList();
        var legend = new Legend(query.legend(), text);
        var notices = GridNotices.of(grid, query.window(), text.hasRollup());
        var intervalMillis = intervalMillis(grid, query.window());
        var time = Field.time("Time", grid.times());
        var seen = new HashMap<SortedMap<String, String>, Integer>();
        var frames = new ArrayList<Frame>(series.size());
        for (var one : labelled) {
            var count = seen.merge(one.labels(), 1, Integer::sum);
            var name = legend.name(one.labels());
            var unit = Units.grafana(one.series().unit(), one.series().perUnit());
            var value = Field.numbers(
                    count == 1 ? "Value" : "Value " + count,
                    one.labels(),
                    new FieldConfig(name, unit, intervalMillis),
                    grid.values(one.series().values()));
            var meta = meta(query, frames.isEmpty() ? notices : List.of()); // Grafana shows each notice once anyway
            frames.add(new Frame(name, query.refId(), meta, List.of(time, value)));
        }
        return frames;
    }

    private static FrameMeta meta(Query.Metrics query, List<Notice> notices) {
        return new FrameMeta(FrameType.TIMESERIES_MULTI, query.text(), notices);
    }

    /** The usual distance of the points: the median, so that holes in sparse data do not count. */
    private static long intervalMillis(Grid grid, Window window) {
        var distances = grid.distances();
        return distances.length == 0
                ? window.interval().toMillis()
                : Duration.ofNanos(distances[distances.length / 2]).toMillis();
    }
}
