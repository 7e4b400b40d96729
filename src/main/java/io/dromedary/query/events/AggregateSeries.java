// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.query.Query;
import io.dromedary.query.events.AggregateReply.Bucket;
import io.dromedary.query.events.AggregateReply.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Time series as frames of type {@code timeseries-multi}, a frame for each group and measure. Datadog's buckets begin
 * at whole multiples of their width, the first often before the window: it holds events of the window and is shown,
 * others outside are not. Series are sorted by what they compute and their groups, so that colours stay.
 */
final class AggregateSeries {

    private final Query.Events query;
    private final AggregateNames names;
    private final String text;
    private final Map<List<Object>, Integer> seen = new HashMap<>();

    AggregateSeries(Query.Events query, AggregateNames names, String text) {
        this.query = query;
        this.names = names;
        this.text = text;
    }

    List<Frame> frames(List<Bucket> groups, List<Notice> notices) {
        var sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparing(group -> new TreeMap<>(group.by()).toString()));
        var grid = BucketGrid.of(groups, query.window().interval());
        var frames = new ArrayList<Frame>();
        for (var place = 0; place < names.measures(); place++) {
            for (var group : sorted) {
                var points = group.computes().get(place);
                if (points != null) {
                    frames.add(frame(place, group.by(), shown(points), grid, frames.isEmpty() ? notices : List.of()));
                }
            }
        }
        return frames.isEmpty() ? List.of(new Frame("", query.refId(), meta(notices), List.of())) : frames;
    }

    private Frame frame(int place, Map<String, String> by, Points points, BucketGrid grid, List<Notice> notices) {
        var name = names.series(place, by);
        var measure = names.measures() > 1 ? names.measure(place) : "Value";
        var count = seen.merge(List.of(measure, by), 1, Integer::sum);
        var step = grid.step() / 1_000_000;
        var config = names.config(place, name, step);
        var value = Field.numbers(count == 1 ? measure : measure + " " + count, by, config, points.values());
        // gaps between points that stand anywhere say nothing
        var time = Field.time("Time", points.times(), grid.regular() ? step : 0);
        return new Frame(name, query.refId(), meta(notices), List.of(time, value));
    }

    /** Returns the points whose buckets reach into the window, ascending, each time once. */
    private Points shown(Points points) {
        var range = query.window().range();
        var first = EventTime.nanos(range.from().minus(query.window().interval()));
        var end = EventTime.nanos(range.to());
        var inside = new TreeMap<Long, Double>();
        for (var i = 0; i < points.times().length; i++) {
            if (points.times()[i] > first && points.times()[i] < end) {
                inside.put(points.times()[i], points.values()[i]);
            }
        }
        var series = new Series();
        inside.forEach(series::add);
        return series.points();
    }

    private FrameMeta meta(List<Notice> notices) {
        return FrameMeta.of(FrameType.TIMESERIES_MULTI, text, notices);
    }
}
