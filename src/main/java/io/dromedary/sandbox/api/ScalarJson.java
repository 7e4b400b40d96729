// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.eval.Line;
import io.dromedary.sandbox.eval.Measure;
import io.dromedary.sandbox.eval.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Writes {@code scalar_response}: a column for each tag key, then one for each formula; a row for each group.
 *
 * @param names of the number columns
 * @param rows by the tags of a group, in order; NaN where a formula has no value
 */
record ScalarJson(List<String> names, List<Measure> measures, Map<SortedMap<String, String>, double[]> rows)
        implements Json.Text {

    static ScalarJson of(QueryRequest request, List<Table> tables) {
        var rows = new LinkedHashMap<SortedMap<String, String>, double[]>();
        for (int index = 0; index < tables.size(); index++) {
            for (var line :
                    limited(tables.get(index).lines(), request.formulas().get(index))) {
                double[] row = rows.computeIfAbsent(line.tags(), tags -> empty(tables.size()));
                row[index] = line.values()[0];
            }
        }
        return new ScalarJson(
                request.formulas().stream().map(QueryRequest.Formula::text).toList(),
                tables.stream().map(Table::measure).toList(),
                rows);
    }

    private static double[] empty(int size) {
        var row = new double[size];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    private static List<Line> limited(List<Line> lines, QueryRequest.Formula formula) {
        Comparator<Line> order = Comparator.comparingDouble(line -> line.values()[0]);
        return lines.stream()
                .filter(line -> !Double.isNaN(line.values()[0]))
                .sorted(formula.descending() ? order.reversed() : order)
                .limit(Math.max(0, formula.limit()))
                .toList();
    }

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("data");
        out.writeStringField("id", "0");
        out.writeStringField("type", "scalar_response");
        out.writeObjectFieldStart("attributes");
        out.writeArrayFieldStart("columns");
        var keys = new TreeSet<String>();
        rows.keySet().forEach(tags -> keys.addAll(tags.keySet()));
        for (String key : keys) {
            groups(out, key);
        }
        for (int index = 0; index < names.size(); index++) {
            numbers(out, index);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    /** Each cell is a list, as a group may hold several values of a tag. */
    private void groups(JsonGenerator out, String key) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", key);
        out.writeStringField("type", "group");
        out.writeArrayFieldStart("values");
        for (var tags : rows.keySet()) {
            out.writeStartArray();
            if (tags.containsKey(key)) {
                out.writeString(tags.get(key));
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void numbers(JsonGenerator out, int index) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", names.get(index));
        out.writeStringField("type", "number");
        out.writeArrayFieldStart("values");
        for (var row : rows.values()) {
            Json.value(out, row[index]);
        }
        out.writeEndArray();
        out.writeObjectFieldStart("meta");
        UnitJson.write(out, measures.get(index));
        out.writeEndObject();
        out.writeEndObject();
    }
}
