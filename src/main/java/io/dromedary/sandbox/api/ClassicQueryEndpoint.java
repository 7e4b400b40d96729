// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.eval.Evaluation;
import io.dromedary.sandbox.eval.Grid;
import io.dromedary.sandbox.eval.Line;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.RefusedQueryException;
import io.dromedary.sandbox.eval.Table;
import io.dromedary.sandbox.eval.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /api/v1/query}: seconds in, milliseconds out, except for {@code interval}, which is seconds (recording).
 */
final class ClassicQueryEndpoint {

    private static final long LATEST_SECONDS = 100_000_000_000L;

    private final Catalog catalog;

    ClassicQueryEndpoint(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.get("/api/v1/query", "query_timeseries_v1", this::query));
    }

    /** An expression of the text and its lines. */
    private record Part(Expression expression, Table table) {}

    private Json.Text query(Call call) {
        var parameters = call.parameters();
        parameters.required("from");
        parameters.required("to");
        String text = parameters.required("query");
        long from = parameters.number("from", 0, 0, LATEST_SECONDS) * 1000;
        long to = parameters.number("to", 0, 0, LATEST_SECONDS) * 1000;
        var window = Windows.of(from, to, 0, call.nowMs());
        try {
            var parts = parts(text, window);
            return out -> write(out, text, window, parts);
        } catch (RefusedQueryException e) {
            throw RefusedCallException.badRequest(e.text());
        }
    }

    private List<Part> parts(String text, Window window) {
        var parts = new ArrayList<Part>();
        for (var expression : Query.all(text)) {
            var query = new Query.OfMetrics("query", expression, "avg");
            parts.add(new Part(expression, new Evaluation(catalog, window, List.of(query), false).formula("query")));
        }
        return parts;
    }

    private static void write(JsonGenerator out, String text, Window window, List<Part> parts) throws IOException {
        out.writeStartObject();
        out.writeStringField("status", "ok");
        out.writeStringField("res_type", "time_series");
        out.writeNumberField("resp_version", 1);
        out.writeStringField("query", text);
        out.writeNumberField("from_date", window.fromMs());
        out.writeNumberField("to_date", window.toMs());
        out.writeStringField("message", "");
        Json.texts(out, "group_by", parts.get(0).expression() instanceof MetricQuery query ? query.by() : List.of());
        out.writeArrayFieldStart("series");
        for (int index = 0; index < parts.size(); index++) {
            var table = parts.get(index).table();
            // a window in the future has no buckets
            for (var line : table.grid().size() == 0 ? List.<Line>of() : table.lines()) {
                series(out, index, parts.get(index), line);
            }
        }
        out.writeEndArray();
        Json.texts(out, "values", List.of());
        Json.texts(out, "times", List.of());
        out.writeEndObject();
    }

    private static void series(JsonGenerator out, int index, Part part, Line line) throws IOException {
        var grid = part.table().grid();
        String printed = Printer.print(part.expression());
        var query = part.expression() instanceof MetricQuery one ? one : null;
        out.writeStartObject();
        out.writeStringField("metric", query == null ? printed : query.metric());
        out.writeStringField("display_name", query == null ? printed : query.metric());
        out.writeStringField("expression", printed);
        out.writeStringField("scope", line.tags().isEmpty() ? "*" : String.join(",", line.groupTags()));
        Json.texts(out, "tag_set", line.groupTags());
        var aggregator = query == null ? null : query.aggregator();
        out.writeStringField("aggr", aggregator == null ? null : aggregator.name());
        out.writeNumberField("query_index", index);
        UnitJson.write(out, part.table().measure());
        out.writeNumberField("interval", grid.milliseconds(0) / 1000);
        out.writeNumberField("length", grid.size());
        out.writeNumberField("start", grid.start(0));
        // the last millisecond of the last bucket, perhaps after the window: recording
        out.writeNumberField("end", grid.start(grid.size() - 1) + grid.milliseconds(grid.size() - 1) - 1);
        points(out, grid, line.values());
        out.writeObjectFieldStart("attributes");
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void points(JsonGenerator out, Grid grid, double[] values) throws IOException {
        out.writeArrayFieldStart("pointlist");
        for (int i = 0; i < values.length; i++) {
            out.writeStartArray();
            out.writeNumber(grid.start(i));
            Json.value(out, values[i]);
            out.writeEndArray();
        }
        out.writeEndArray();
    }
}
