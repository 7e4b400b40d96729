// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.eval.Grid;
import io.dromedary.sandbox.eval.Line;
import io.dromedary.sandbox.eval.Table;
import java.io.IOException;
import java.util.List;

/** Writes {@code timeseries_response}: all series share {@code times}, in ms; null where a series has no point. */
record TimeseriesJson(List<Table> tables) implements Json.Text {

    @Override
    public void write(JsonGenerator out) throws IOException {
        var drawn = tables.stream().filter(table -> !table.lines().isEmpty()).toList();
        var grid = drawn.stream().map(Table::grid).reduce(Grid::with);
        out.writeStartObject();
        out.writeObjectFieldStart("data");
        out.writeStringField("id", "0");
        out.writeStringField("type", "timeseries_response");
        out.writeObjectFieldStart("attributes");
        series(out);
        out.writeArrayFieldStart("times");
        for (int i = 0; i < grid.map(Grid::size).orElse(0); i++) {
            out.writeNumber(grid.get().start(i));
        }
        out.writeEndArray();
        out.writeArrayFieldStart("values");
        for (var table : drawn) {
            values(out, table.on(grid.orElseThrow()).lines());
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void series(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("series");
        for (int index = 0; index < tables.size(); index++) {
            for (var line : tables.get(index).lines()) {
                out.writeStartObject();
                Json.texts(out, "group_tags", line.groupTags());
                out.writeNumberField("query_index", index);
                UnitJson.write(out, tables.get(index).measure());
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private static void values(JsonGenerator out, List<Line> lines) throws IOException {
        for (var line : lines) {
            out.writeStartArray();
            for (double value : line.values()) {
                Json.value(out, value);
            }
            out.writeEndArray();
        }
    }
}
