// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The log lines since the last poll. Lines reach Datadog's index late and out of order, so each poll looks again at the
 * time before the last one, and leaves out what is delivered already by the lines' ids. Thread-safe.
 */
public final class LogsPoll {

    /** Most lines of a poll; what is behind by more catches up poll by poll. */
    static final int PAGE = 2000;

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Journals journals;
    private final Clock clock;

    /** Where reading goes on, by offset file, while a window has more lines than a poll takes. */
    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    public LogsPoll(Journals journals, Clock clock) {
        this.journals = journals;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param overlap how late a line may be
     */
    public record Window(String offsetFile, long fromMillis, long toMillis, Duration overlap) {}

    /** What a poll found: the lines that are new, and where the next poll goes on if there are more. */
    public record Batch(
            Window window, List<Item> items, @Nullable Long nextMillis) {}

    /**
     * Returns the time to look at.
     *
     * @param overlap how late a line may be
     * @param lookback how far before now a source without a past begins
     */
    public Window due(String offsetFile, Duration overlap, Duration lookback) {
        if (overlap.isNegative() || lookback.isNegative()) {
            throw new FailedException(Failure.badRequest("The overlap and the lookback must not be negative"));
        }
        var journal = journals.at(offsetFile);
        var now = clock.millis();
        if (journal.at().isEmpty()) {
            journal.begin(now - lookback.toMillis());
        }
        var position = positions.get(offsetFile);
        var from =
                position == null ? Math.max(journal.from(), journal.at().getAsLong() - overlap.toMillis()) : position;
        return new Window(offsetFile, Math.min(from, now - 1), now, overlap);
    }

    /** Returns the question. */
    public QueryBatch ask(Window window, String query) {
        var json = MAPPER.createObjectNode()
                .put("queryType", "logs")
                .put("query", query)
                .put("sort", "asc")
                .put("limit", PAGE);
        var asked = new AskedQuery(
                "A",
                "logs",
                window.fromMillis(),
                window.toMillis(),
                0,
                0,
                json.toString().getBytes(StandardCharsets.UTF_8));
        return new QueryBatch(List.of(asked), true, false);
    }

    /**
     * Returns the lines that have not been delivered yet, the oldest first:
     * {@code {"id":"…","time":"…","millis":…,"status":"error","message":"…","traceId":"…","labels":{"service":"web"}}}.
     *
     * @throws FailedException if the query failed
     */
    public Batch items(Window window, List<Answer> answers) {
        var journal = journals.at(window.offsetFile());
        var all = new ArrayList<Item>();
        Answered.frames(answers).forEach(frame -> addLines(frame, all));
        var items =
                all.stream().filter(item -> !journal.isDelivered(item.key())).toList();
        if (all.size() < PAGE) {
            return new Batch(window, items, null);
        }
        // a whole poll of one millisecond would come again for ever
        var last = all.get(all.size() - 1).millis();
        return new Batch(window, items, Math.max(last, window.fromMillis() + 1));
    }

    /** Notes the delivery of one line. */
    public void delivered(Batch batch, Item item) {
        journals.at(batch.window().offsetFile()).delivered(item);
    }

    /** Notes that everything of the batch is delivered. */
    public void done(Batch batch) {
        var window = batch.window();
        var journal = journals.at(window.offsetFile());
        var reached = batch.nextMillis() == null ? window.toMillis() : batch.nextMillis();
        if (batch.nextMillis() == null) {
            positions.remove(window.offsetFile());
        } else {
            positions.put(window.offsetFile(), batch.nextMillis());
        }
        var at = Math.max(reached, journal.at().orElse(reached));
        journal.advance(at, at - window.overlap().toMillis());
    }

    private static void addLines(Frame frame, List<Item> items) {
        var columns = new HashMap<String, Column>();
        for (Field field : frame.fields()) {
            columns.put(field.name(), field.column());
        }
        if (!(columns.get("timestamp") instanceof Column.Times times)
                || !(columns.get("id") instanceof Column.Texts ids)) {
            return;
        }
        for (var row = 0; row < times.size(); row++) {
            var nanos = times.epochNanos()[row];
            var id = String.valueOf(ids.values().get(row));
            var json = MAPPER.createObjectNode()
                    .put("id", id)
                    .put("time", Instant.ofEpochSecond(0, nanos).toString())
                    .put("millis", nanos / NANOS_PER_MILLI);
            put("status", columns.get("severity"), row, json);
            put("message", columns.get("body"), row, json);
            put("traceId", columns.get("trace_id"), row, json);
            putLabels(columns.get("labels"), row, json);
            items.add(new Item(id, nanos / NANOS_PER_MILLI, json.toString()));
        }
    }

    private static void put(String name, @Nullable Column column, int row, ObjectNode json) {
        if (column instanceof Column.Texts texts && texts.values().get(row) != null) {
            json.put(name, texts.values().get(row));
        }
    }

    private static void putLabels(@Nullable Column column, int row, ObjectNode json) {
        try {
            if (column instanceof Column.Documents documents) {
                json.set("labels", MAPPER.readTree(documents.values().get(row)));
            }
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
