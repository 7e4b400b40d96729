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
import io.dromedary.frame.Notice;
import io.dromedary.query.CellKind;
import io.dromedary.query.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows as Grafana's annotations: {@code time}, {@code timeEnd}, {@code title}, {@code text}, {@code tags} (commas
 * between them), {@code id}. Only what touches the window is there. What has not ended lasts until the end of the
 * window.
 */
final class AnnotationFrames {

    private static final List<String> TEXTS = List.of("title", "text", "tags", "id");

    private AnnotationFrames() {}

    /** One annotation's place in time, and its row. */
    private record Mark(long from, long to, Map<String, JsonNode> row) {}

    static List<Frame> make(ListQuery query, List<ListPart> parts) {
        var all = marks(query, TableFrames.rows(parts));
        var marks = all.stream().limit(query.asked().limit()).toList();
        var notices = all.size() == marks.size()
                ? List.<Notice>of()
                : List.of(Notice.info(
                        "The first " + marks.size() + " of " + all.size() + "; raise the limit to see more"));
        var fields = new ArrayList<Field>();
        fields.add(Field.time("time", marks.stream().mapToLong(Mark::from).toArray()));
        fields.add(Field.of(
                "timeEnd",
                FieldConfig.NONE,
                new Column.Moments(marks.stream().mapToLong(Mark::to).toArray())));
        for (var name : TEXTS) {
            var values = marks.stream().map(mark -> cell(mark.row(), name)).toList();
            var column = name.equals("tags") ? Cells.tags(values) : Cells.column(CellKind.TEXT, values);
            fields.add(Field.of(name, FieldConfig.NONE, column));
        }
        var meta = FrameMeta.of(FrameType.TABLE, TableFrames.executed(parts), notices);
        return List.of(new Frame("annotations", query.asked().refId(), meta, fields));
    }

    private static JsonNode cell(Map<String, JsonNode> row, String name) {
        return Objects.requireNonNullElse(row.get(name), MissingNode.getInstance());
    }

    private static List<Mark> marks(ListQuery query, List<Map<String, JsonNode>> rows) {
        var range = query.window().range();
        var from = range.from().toEpochMilli() * 1_000_000;
        var to = range.to().toEpochMilli() * 1_000_000;
        var hasEnds =
                query.mode().columns().stream().anyMatch(column -> column.name().equals("timeEnd"));
        var marks = new ArrayList<Mark>();
        for (var row : rows) {
            var begin = Cells.nanos(CellKind.ISO, cell(row, "time"));
            if (begin == Column.Moments.NULL) {
                continue;
            }
            var end = Cells.nanos(CellKind.ISO, cell(row, "timeEnd"));
            var last = end != Column.Moments.NULL ? end : hasEnds ? to : begin;
            if (begin < to && last >= from) {
                marks.add(new Mark(begin, hasEnds ? Math.max(last, begin) : Column.Moments.NULL, row));
            }
        }
        return marks;
    }
}
