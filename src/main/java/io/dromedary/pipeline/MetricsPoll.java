// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The points of a metric query since the last poll. A bucket is asked for once it is over and late points had their
 * time, so that no point is ever told twice with two values. A metric query gives one point for each bucket and series.
 * Thread-safe.
 */
public final class MetricsPoll {

    /** Most buckets asked for at once; what is behind by more catches up poll by poll. */
    private static final int MAX_BUCKETS = 500;

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Journals journals;
    private final Clock clock;

    public MetricsPoll(Journals journals, Clock clock) {
        this.journals = journals;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param interval width of a bucket, whole seconds
     * @param delay how long after its end a bucket may still change
     */
    public record Window(String offsetFile, long fromMillis, long toMillis, Duration interval, Duration delay) {

        public boolean isEmpty() {
            return fromMillis >= toMillis;
        }
    }

    /**
     * Returns the buckets that are due; a source without a past begins with the bucket that is going on.
     *
     * @throws FailedException with status 400 if the interval is no whole number of seconds
     */
    public Window due(String offsetFile, Duration interval, Duration delay) {
        var width = interval.toMillis();
        if (width < 1000 || width % 1000 != 0 || delay.isNegative()) {
            throw new FailedException(Failure.badRequest(
                    "The interval must be whole seconds, at least 1, and the delay must not be negative"));
        }
        var journal = journals.at(offsetFile);
        var now = clock.millis();
        if (journal.at().isEmpty()) {
            journal.begin(now / width * width);
        }
        var from = journal.at().getAsLong();
        var closed = (now - delay.toMillis()) / width * width;
        return new Window(offsetFile, from, Math.min(closed, from + MAX_BUCKETS * width), interval, delay);
    }

    /** Returns the question for a window that is not empty. */
    public QueryBatch ask(Window window, String query) {
        var json = MAPPER.createObjectNode().put("query", query).toString().getBytes(StandardCharsets.UTF_8);
        var buckets =
                (window.toMillis() - window.fromMillis()) / window.interval().toMillis();
        return new QueryBatch(
                List.of(new AskedQuery(
                        "A",
                        "metrics",
                        window.fromMillis(),
                        window.toMillis(),
                        window.interval().toMillis(),
                        buckets,
                        json)),
                true,
                false);
    }

    /**
     * Returns the points of the window that have not been delivered yet, the oldest first:
     * {@code {"time":"…","millis":…,"name":"…","labels":{},"value":1.5}}.
     *
     * @throws FailedException if the query failed
     */
    public List<Item> items(Window window, List<Answer> answers) {
        var journal = journals.at(window.offsetFile());
        var items = new ArrayList<Item>();
        Answered.frames(answers).forEach(frame -> addPoints(frame, window, items));
        items.removeIf(item -> journal.isDelivered(item.key()));
        items.sort(Comparator.comparingLong(Item::millis).thenComparing(Item::key));
        return items;
    }

    /** Notes that everything of the window is delivered. */
    public void done(Window window) {
        if (!window.isEmpty()) {
            journals.at(window.offsetFile()).advance(window.toMillis(), window.toMillis());
        }
    }

    /** Notes the delivery of one point. */
    public void delivered(Window window, Item item) {
        journals.at(window.offsetFile()).delivered(item);
    }

    private static void addPoints(Frame frame, Window window, List<Item> items) {
        var times = frame.fields().stream()
                .map(Field::column)
                .filter(Column.Times.class::isInstance)
                .map(column -> ((Column.Times) column).epochNanos())
                .findFirst();
        if (times.isEmpty()) {
            return;
        }
        for (var field : frame.fields()) {
            if (field.column() instanceof Column.Numbers numbers) {
                var name = Objects.requireNonNullElse(field.config().displayName(), frame.name());
                for (var row = 0; row < numbers.size(); row++) {
                    var millis = times.get()[row] / NANOS_PER_MILLI;
                    var value = numbers.values()[row];
                    if (millis >= window.fromMillis() && millis < window.toMillis() && !Double.isNaN(value)) {
                        items.add(item(name, field.labels(), millis, value));
                    }
                }
            }
        }
    }

    private static Item item(String name, SortedMap<String, String> labels, long millis, double value) {
        var json = MAPPER.createObjectNode()
                .put("time", Instant.ofEpochMilli(millis).toString())
                .put("millis", millis)
                .put("name", name)
                .put("value", value);
        json.set("labels", MAPPER.valueToTree(labels));
        return new Item(millis + " " + name + " " + labels, millis, json.toString());
    }
}
