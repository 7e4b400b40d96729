// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same number of several things, as of SLOs: a frame of type {@code numeric-long} with a row for each, told apart
 * by what the expressions are labelled with. Confined to one reply.
 */
final class StackedScalars {

    private final ScalarReply reply;
    private final ReadyQuery query;
    private final Query.Slos asked;
    private final List<Integer> formulas;
    private final List<Map<String, String>> labels;

    /** @param place of the expression among those of the query */
    private record Row(int place, int row) {}

    StackedScalars(ScalarReply reply, ReadyQuery query, Query.Slos asked, List<Integer> formulas) {
        this.reply = reply;
        this.query = query;
        this.asked = asked;
        this.formulas = formulas;
        labels = query.expressions().stream().map(query::labels).toList();
    }

    Frame frame() {
        var meta = FrameMeta.of(FrameType.NUMERIC_LONG, query.executed(), query.notices());
        var rows = rows();
        if (rows.isEmpty()) {
            return new Frame("", query.query().refId(), meta, List.of());
        }
        var fields = new ArrayList<Field>();
        var keys = new TreeSet<String>();
        labels.forEach(own -> keys.addAll(own.keySet()));
        keys.forEach(key ->
                fields.add(texts(key, rows, row -> labels.get(row.place()).get(key))));
        reply.groups().stream()
                .filter(group -> rows.stream().anyMatch(row -> group.cell(row.row()) != null))
                .forEach(group -> fields.add(texts(group.key(), rows, row -> group.cell(row.row()))));
        var unit = formulas.stream()
                .map(reply::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var legend = new Legend(
                asked.legend(), asked.source().title(), query.expressions().get(0));
        fields.add(Field.numbers(
                "Value",
                Map.of(),
                FieldConfig.series(legend.name(new TreeMap<>()), unit, 0),
                rows.stream().mapToDouble(this::number).toArray()));
        return new Frame("", query.query().refId(), meta, fields);
    }

    private List<Row> rows() {
        var reduction = Objects.requireNonNull(asked.reduction());
        var byNumber = Comparator.comparingDouble(this::number);
        var sorted = IntStream.range(0, formulas.size())
                .boxed()
                .flatMap(place ->
                        IntStream.range(0, reply.rows(formulas.get(place))).mapToObj(row -> new Row(place, row)))
                .filter(row -> !Double.isNaN(number(row)))
                .sorted(reduction.ascending() ? byNumber : byNumber.reversed());
        return (reduction.limit() == 0 ? sorted : sorted.limit(reduction.limit())).toList();
    }

    private double number(Row row) {
        return reply.number(formulas.get(row.place()), row.row());
    }

    private static Field texts(String name, List<Row> rows, Function<Row, @Nullable String> cell) {
        var cells = new ArrayList<@Nullable String>();
        rows.forEach(row -> cells.add(cell.apply(row)));
        return Field.texts(name, cells);
    }
}
