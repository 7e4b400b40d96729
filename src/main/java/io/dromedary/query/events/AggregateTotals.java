// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.query.EventTask;
import io.dromedary.query.Query;
import io.dromedary.query.Reduction;
import io.dromedary.query.events.AggregateReply.Bucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Totals as frames: a table of type {@code numeric-long} with a column for each facet and each measure where there are
 * groups, else a frame of type {@code numeric-multi} for each measure.
 */
final class AggregateTotals {

    private final Query.Events query;
    private final EventTask.Aggregate aggregate;
    private final AggregateNames names;
    private final String text;

    AggregateTotals(Query.Events query, EventTask.Aggregate aggregate, AggregateNames names, String text) {
        this.query = query;
        this.aggregate = aggregate;
        this.names = names;
        this.text = text;
    }

    List<Frame> frames(List<Bucket> groups, List<Notice> notices) {
        if (aggregate.groups().isEmpty()) {
            return singles(groups, notices);
        }
        if (groups.isEmpty()) {
            return List.of(new Frame("", query.refId(), meta(FrameType.NUMERIC_LONG, notices), List.of()));
        }
        return List.of(table(limited(groups, Objects.requireNonNull(aggregate.reduction())), notices));
    }

    private List<Frame> singles(List<Bucket> groups, List<Notice> notices) {
        var frames = new ArrayList<Frame>();
        for (var place = 0; place < names.measures() && !groups.isEmpty(); place++) {
            var name = names.series(place, Map.of());
            var value = Field.numbers(names.measure(place), Map.of(), names.config(place, name, 0), new double[] {
                value(groups.get(0), place)
            });
            frames.add(new Frame(
                    name,
                    query.refId(),
                    meta(FrameType.NUMERIC_MULTI, frames.isEmpty() ? notices : List.of()),
                    List.of(value)));
        }
        return frames.isEmpty()
                ? List.of(new Frame("", query.refId(), meta(FrameType.NUMERIC_MULTI, notices), List.of()))
                : frames;
    }

    /** Datadog has sorted and cut each facet; a limit of the query is for all groups together. */
    private static List<Bucket> limited(List<Bucket> groups, Reduction reduction) {
        if (reduction.limit() == 0) {
            return groups;
        }
        var byFirst = Comparator.comparingDouble((Bucket group) -> value(group, 0));
        return groups.stream()
                .sorted(reduction.ascending() ? byFirst : byFirst.reversed())
                .limit(reduction.limit())
                .toList();
    }

    private Frame table(List<Bucket> groups, List<Notice> notices) {
        var fields = new ArrayList<Field>();
        for (var group : aggregate.groups()) {
            var values = new ArrayList<@Nullable String>();
            groups.forEach(one -> values.add(one.by().get(group.facet())));
            fields.add(Field.of(group.facet(), FieldConfig.NONE, new Column.Texts(values)));
        }
        for (var place = 0; place < names.measures(); place++) {
            var at = place;
            fields.add(Field.numbers(
                    names.measure(place),
                    Map.of(),
                    names.config(place, null, 0),
                    groups.stream().mapToDouble(one -> value(one, at)).toArray()));
        }
        return new Frame("", query.refId(), meta(FrameType.NUMERIC_LONG, notices), fields);
    }

    private static double value(Bucket group, int place) {
        var points = group.computes().get(place);
        return points == null || points.values().length == 0 ? Double.NaN : points.values()[0];
    }

    private FrameMeta meta(FrameType type, List<Notice> notices) {
        return FrameMeta.of(type, text, notices);
    }
}
