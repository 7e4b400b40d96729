// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Column;
import io.dromedary.frame.CsvFrames;
import io.dromedary.frame.Frame;
import io.dromedary.frame.LongTable;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One query of a pipeline and its answer as rows: what a step in the middle of a route can use at once. Stateless. */
public final class Rows {

    private static final int NANOS_PER_SECOND = 1_000_000_000;
    private static final int POINTS = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final CsvFrames csv = new CsvFrames();
    private final Clock clock;

    public Rows(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the question.
     *
     * @param query a metric query, or a saved query as a JSON object
     * @param window how far back it looks
     * @param aggregator makes one number of a metric query's points; {@code none} for time series
     */
    public QueryBatch ask(String query, Duration window, String aggregator) {
        var text = query.strip();
        var json = MAPPER.createObjectNode().put("query", text);
        if (!aggregator.equals("none")) {
            json.put("format", "scalar").put("aggregator", aggregator);
        }
        var saved = text.startsWith("{") ? text : json.toString();
        var now = clock.millis();
        return new QueryBatch(
                List.of(new AskedQuery(
                        "A", "", now - window.toMillis(), now, 0, POINTS, saved.getBytes(StandardCharsets.UTF_8))),
                false,
                false);
    }

    /**
     * Writes the answer.
     *
     * @param form {@code json}, a list of objects with a member for each column, or {@code csv}
     * @throws FailedException if the query failed
     */
    public String write(List<Answer> answers, String form) {
        var frames = Answered.frames(answers).stream()
                .filter(frame -> !frame.fields().isEmpty())
                .toList();
        return switch (form) {
            case "json" -> frames.isEmpty() ? "[]" : json(LongTable.of(frames)).toString();
            case "csv" -> csv(frames);
            default -> throw new FailedException(Failure.badRequest("The format must be json or csv"));
        };
    }

    private String csv(List<Frame> frames) {
        var out = new ByteArrayOutputStream();
        try {
            csv.write(frames, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ArrayNode json(Frame table) {
        var rows = MAPPER.createArrayNode();
        for (var row = 0; row < table.rows(); row++) {
            var object = rows.addObject();
            for (var field : table.fields()) {
                field.column().match(new Cell(object, field.name(), row));
            }
        }
        return rows;
    }

    /** Puts one value into its row; what is null is left out. */
    private record Cell(ObjectNode row, String name, int index) implements Column.Cases<ObjectNode> {

        @Override
        public ObjectNode times(Column.Times times) {
            return row.put(name, time(times.epochNanos()[index]));
        }

        @Override
        public ObjectNode moments(Column.Moments moments) {
            var nanos = moments.epochNanos()[index];
            return nanos == Column.Moments.NULL ? row : row.put(name, time(nanos));
        }

        @Override
        public ObjectNode numbers(Column.Numbers numbers) {
            var value = numbers.values()[index];
            return Double.isNaN(value) ? row : row.put(name, value);
        }

        @Override
        public ObjectNode flags(Column.Flags flags) {
            return put(flags.values().get(index));
        }

        @Override
        public ObjectNode texts(Column.Texts texts) {
            return put(texts.values().get(index));
        }

        @Override
        public ObjectNode documents(Column.Documents documents) {
            try {
                row.set(name, MAPPER.readTree(documents.values().get(index)));
                return row;
            } catch (IOException invalid) {
                throw new UncheckedIOException(invalid);
            }
        }

        private ObjectNode put(@Nullable Object value) {
            if (value != null) {
                row.set(name, MAPPER.valueToTree(value));
            }
            return row;
        }

        private static String time(long nanos) {
            return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
                    .toString();
        }
    }
}
