// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.query.CellKind;
import io.dromedary.query.Cells;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows that have a time and a number as time series, so that alert rules can use them: a frame for each combination of
 * the texts beside, which are its labels. Only what is inside the window is there.
 */
final class SeriesFrames {

    private SeriesFrames() {}

    static List<Frame> make(ListQuery query, List<ListPart> parts) {
        var series = new TreeMap<String, TreeMap<Long, Double>>();
        var labels = new TreeMap<String, SortedMap<String, String>>();
        var range = query.window().range();
        for (var row : TableFrames.rows(parts)) {
            var nanos = Cells.nanos(CellKind.ISO, cell(row, "time"));
            var millis = Math.floorDiv(nanos, 1_000_000L);
            if (nanos == Column.Moments.NULL
                    || millis < range.from().toEpochMilli()
                    || millis >= range.to().toEpochMilli()) {
                continue;
            }
            var own = labels(query, row);
            labels.putIfAbsent(own.toString(), own);
            series.computeIfAbsent(own.toString(), key -> new TreeMap<>()).put(nanos, Cells.number(cell(row, "value")));
        }
        var meta = FrameMeta.of(FrameType.TIMESERIES_MULTI, TableFrames.executed(parts), List.of());
        if (series.isEmpty()) {
            return List.of(new Frame("", query.asked().refId(), meta, List.of()));
        }
        return series.entrySet().stream()
                .map(one -> frame(query, meta, Objects.requireNonNull(labels.get(one.getKey())), one.getValue()))
                .toList();
    }

    private static Frame frame(
            ListQuery query, FrameMeta meta, SortedMap<String, String> labels, SortedMap<Long, Double> points) {
        var name = String.join(" ", labels.values());
        var times = points.keySet().stream().mapToLong(Long::longValue).toArray();
        var values = points.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new Frame(
                name,
                query.asked().refId(),
                meta,
                List.of(
                        Field.time("Time", times),
                        Field.numbers("Value", labels, FieldConfig.series(name, null, 0), values)));
    }

    private static SortedMap<String, String> labels(ListQuery query, Map<String, JsonNode> row) {
        var labels = new TreeMap<String, String>();
        for (var column : query.mode().columns()) {
            var text = column.kind() == CellKind.TEXT ? Cells.text(cell(row, column.name())) : "";
            if (!text.isEmpty()) {
                labels.put(column.name(), text);
            }
        }
        return labels;
    }

    private static JsonNode cell(Map<String, JsonNode> row, String name) {
        return Objects.requireNonNullElse(row.get(name), MissingNode.getInstance());
    }
}
