// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.ReplyFailures;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.query.Answer;
import io.dromedary.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scalars as frames. A single number is a frame of type {@code numeric-multi}, as stat panels and alert rules like it;
 * groups, and several expressions, are a table of type {@code numeric-long}: a text column for each tag key and a
 * number column {@code Value} for each expression. Rows are sorted by the first number, the largest on top unless asked
 * otherwise. Confined to one reply.
 */
final class ScalarFrames {

    private final ScalarReply reply;
    private final MetricsBatch batch;

    ScalarFrames(ScalarReply reply, MetricsBatch batch) {
        if (reply.values().size() > batch.call().question().formulas().size()) {
            throw new FailedException(ReplyFailures.notUnderstood());
        }
        this.reply = reply;
        this.batch = batch;
    }

    List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        for (var i = 0; i < batch.queries().size(); i++) {
            var query = batch.queries().get(i);
            answers.add(Answer.of(
                    query.query().refId(), List.of(frame(query, batch.formulas().get(i)))));
        }
        return answers;
    }

    private Frame frame(ReadyQuery query, List<Integer> formulas) {
        if (query.query() instanceof Query.Slos several) {
            return new StackedScalars(reply, query, several, formulas).frame();
        }
        var rows = rows(query, formulas);
        var texts = reply.groups().stream()
                .filter(group -> IntStream.of(rows).anyMatch(row -> group.cell(row) != null))
                .sorted(Comparator.<ScalarReply.Group>comparingInt(group -> place(query, group.key()))
                        .thenComparing(ScalarReply.Group::key))
                .toList();
        if (rows.length == 0) {
            return new Frame("", query.query().refId(), meta(query, FrameType.NUMERIC_MULTI), List.of());
        }
        var type = texts.isEmpty() && formulas.size() == 1 ? FrameType.NUMERIC_MULTI : FrameType.NUMERIC_LONG;
        var fields = new ArrayList<Field>();
        texts.forEach(group -> fields.add(Field.texts(group.key(), cells(group, rows))));
        for (var i = 0; i < formulas.size(); i++) {
            fields.add(numbers(query, i, formulas.get(i), rows));
        }
        var name = Objects.requireNonNullElse(fields.get(texts.size()).config().displayName(), "");
        return new Frame(name, query.query().refId(), meta(query, type), fields);
    }

    /** Columns stand as the query groups. */
    private static int place(ReadyQuery query, String key) {
        var keys = List.copyOf(query.groupKeys());
        var place = keys.indexOf(key);
        return place < 0 ? keys.size() : place;
    }

    private Field numbers(ReadyQuery query, int index, int formula, int[] rows) {
        var legend = new Legend(
                query.query().legend(),
                query.names().get(index),
                query.expressions().get(index));
        var numbers = IntStream.of(rows)
                .mapToDouble(row -> reply.number(formula, row))
                .toArray();
        return Field.numbers(
                index == 0 ? "Value" : "Value " + (index + 1),
                Map.of(),
                FieldConfig.series(legend.name(new TreeMap<>()), reply.unit(formula), 0),
                numbers);
    }

    /** Returns the rows in which the query has a number, sorted; the table may be shared with other queries. */
    private int[] rows(ReadyQuery query, List<Integer> formulas) {
        var reduction = Objects.requireNonNull(query.query().reduction());
        var count = formulas.stream().mapToInt(reply::rows).max().orElse(0);
        var byNumber = Comparator.<Integer>comparingDouble(row -> reply.number(formulas.get(0), row));
        var sorted = IntStream.range(0, count)
                .filter(row -> formulas.stream().anyMatch(formula -> !Double.isNaN(reply.number(formula, row))))
                .boxed()
                .sorted((reduction.ascending() ? byNumber : byNumber.reversed()).thenComparing(this::tags));
        return (reduction.limit() == 0 ? sorted : sorted.limit(reduction.limit()))
                .mapToInt(row -> row)
                .toArray();
    }

    private String tags(int row) {
        return reply.groups().stream()
                .map(group -> group.key() + ":" + group.cell(row))
                .toList()
                .toString();
    }

    private static List<@Nullable String> cells(ScalarReply.Group group, int[] rows) {
        var cells = new ArrayList<@Nullable String>();
        IntStream.of(rows).forEach(row -> cells.add(group.cell(row)));
        return cells;
    }

    private static FrameMeta meta(ReadyQuery query, FrameType type) {
        return FrameMeta.of(type, query.executed(), query.notices());
    }
}
