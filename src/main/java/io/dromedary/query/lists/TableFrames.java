// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dromedary.frame.DataLink;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.frame.Visualisation;
import io.dromedary.query.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as a table. Without rows there are still the columns, so that panels built on them keep their shape. */
final class TableFrames {

    private TableFrames() {}

    static List<Frame> make(ListQuery query, List<ListPart> parts) {
        var rows = rows(parts);
        var columns = query.mode().columns().isEmpty()
                ? FoundColumns.of(rows)
                : query.mode().columns();
        return List.of(table(query, parts, columns, rows, FrameType.TABLE));
    }

    /** Makes a table whose numbers alert rules may use: texts are the dimensions. */
    static List<Frame> numeric(ListQuery query, List<ListPart> parts) {
        return List.of(table(query, parts, query.mode().columns(), rows(parts), FrameType.NUMERIC_LONG));
    }

    static List<Map<String, JsonNode>> rows(List<ListPart> parts) {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .limit(parts.get(0).query().limit())
                .toList();
    }

    private static Frame table(
            ListQuery query,
            List<ListPart> parts,
            List<ListColumn> columns,
            List<Map<String, JsonNode>> rows,
            FrameType type) {
        var fields = new ArrayList<Field>();
        for (var column : columns) {
            var values = rows.stream()
                    .map(row -> row.getOrDefault(column.name(), MissingNode.getInstance()))
                    .toList();
            fields.add(Field.of(column.name(), config(column, query.appUrl()), Cells.column(column.kind(), values)));
        }
        var meta = new FrameMeta(type, executed(parts), notices(parts, rows.size()), Visualisation.TABLE);
        return new Frame(query.asked().product(), query.asked().refId(), meta, fields);
    }

    /** Each part keeps to the limit, but all together may not. */
    private static List<Notice> notices(List<ListPart> parts, int shown) {
        var all = parts.stream().mapToInt(part -> part.rows().size()).sum();
        return all <= shown
                ? List.of()
                : List.of(Notice.info("The first " + shown + " of " + all + "; raise the limit to see more"));
    }

    private static FieldConfig config(ListColumn column, @Nullable String appUrl) {
        var links = column.link().isEmpty() || appUrl == null
                ? List.<DataLink>of()
                : List.of(DataLink.to("Open in Datadog", appUrl + column.link()));
        return new FieldConfig(null, column.unit().isEmpty() ? null : column.unit(), 0, links, null);
    }

    /** Returns the first request of the first part, as the query inspector shows it. */
    static String executed(List<ListPart> parts) {
        return parts.get(0).first();
    }
}
