// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.ReplyErrorException;
import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Instance;
import io.dromedary.instance.SettingsReader;
import io.dromedary.instance.Sources;
import io.dromedary.query.Answer;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.Query;
import io.dromedary.query.QueryReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Asks for lists as the route does, of a Datadog made up by the test: a function from requests to JSON. */
final class PlayedDatadog {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Function<DatadogRequest<?>, String> answers;
    private final List<String> asked = new ArrayList<>();
    private final Instance instance;

    PlayedDatadog(Function<DatadogRequest<?>, String> answers) {
        this(answers, "{\"site\":\"datadoghq.eu\"}");
    }

    PlayedDatadog(Function<DatadogRequest<?>, String> answers, String jsonData) {
        this.answers = answers;
        var source = Sources.source("u", 1, jsonData, Sources.KEYS);
        instance = new Instance(source.key(), "test", new SettingsReader().read(source));
    }

    static PlayedDatadog saying(String json) {
        return new PlayedDatadog(request -> json);
    }

    /** Returns the requests so far, decoded: {@code GET /path?name=value}. */
    List<String> asked() {
        return asked;
    }

    /** @param saved a saved query, with backticks for quotes */
    static Query.Lists read(String saved, Instant from, Instant to) {
        var json = saved.replace('`', '"').getBytes(UTF_8);
        return (Query.Lists) new QueryReader()
                .read(new AskedQuery("A", "", from.toEpochMilli(), to.toEpochMilli(), 60_000, 1_000, json), false);
    }

    /** Answers a saved query over the hour before {@link #NOW}. */
    Answer answer(String saved) {
        return answer(saved, NOW.minusSeconds(3_600), NOW);
    }

    Answer answer(String saved, Instant from, Instant to) {
        var planner = new ListsPlanner();
        try {
            var query = read(saved, from, to);
            var list = planner.needsList(query) ? planner.list(query, instance) : null;
            if (list != null) {
                turn(planner, list);
            }
            var parts = planner.plan(query, instance, list);
            parts.forEach(part -> turn(planner, part));
            return planner.answer(query, parts);
        } catch (FailedException refused) {
            return Answer.failed("A", refused.failure());
        }
    }

    private void turn(ListsPlanner planner, ListPart part) {
        try {
            for (var next = part.getNext(); next != null; next = part.getNext()) {
                planner.add(part, read(next));
            }
        } catch (FailedException failure) {
            planner.failed(part, failure);
        }
    }

    private JsonNode read(DatadogRequest<JsonNode> request) {
        asked.add(request.method() + " " + request.path()
                + (request.query().isEmpty() ? "" : "?" + URLDecoder.decode(request.query(), UTF_8)));
        try {
            return request.reader()
                    .read(new ByteArrayInputStream(answers.apply(request).getBytes(UTF_8)));
        } catch (ReplyErrorException told) {
            throw new FailedException(new Failure(400, Source.DOWNSTREAM, String.valueOf(told.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the only frame of a good answer. */
    static Frame frame(Answer answer) {
        if (answer.failure() != null) {
            throw new AssertionError(answer.failure());
        }
        return answer.frames().get(0);
    }

    /** Returns a column as texts: times in ISO, absent cells as null. */
    static List<String> column(Frame frame, String name) {
        return cells(field(frame, name).column());
    }

    static Field field(Frame frame, String name) {
        return frame.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name + " in "
                        + frame.fields().stream().map(Field::name).toList()));
    }

    private static List<String> cells(Column column) {
        var cells = new ArrayList<String>();
        for (var row = 0; row < column.size(); row++) {
            cells.add(cell(column, row));
        }
        return cells;
    }

    private static String cell(Column column, int row) {
        if (column instanceof Column.Moments moments) {
            var nanos = moments.epochNanos()[row];
            return nanos == Column.Moments.NULL
                    ? null
                    : Instant.ofEpochSecond(0, nanos).toString();
        }
        if (column instanceof Column.Times times) {
            return Instant.ofEpochSecond(0, times.epochNanos()[row]).toString();
        }
        if (column instanceof Column.Numbers numbers) {
            var value = numbers.values()[row];
            return Double.isNaN(value) ? null : Double.toString(value);
        }
        if (column instanceof Column.Flags flags) {
            return Objects.toString(flags.values().get(row), null);
        }
        return ((Column.Texts) column).values().get(row);
    }

    static List<String> notices(Answer answer) {
        return frame(answer).meta().notices().stream()
                .map(notice -> notice.text())
                .toList();
    }
}
