// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a checked {@link Query} out of what arrived. Stateless. */
public final class QueryReader {

    /** The newest form of saved queries known here; those without a version are of this one. */
    static final int VERSION = 1;

    /** Longest query text; Datadog's own limit is not documented, real ones stay far below. */
    static final int MAX_TEXT = 65_536;

    /** Made with the first query: it takes longer than anything else here, and the start should not wait for it. */
    private static final class Json {
        static final ObjectReader SAVED = JsonMapper.builder().build().readerFor(SavedQuery.class);
    }

    /**
     * Reads one query.
     *
     * @param fresh see {@link Window#fresh()}
     * @throws FailedException with status 400 and what to correct
     */
    public Query read(AskedQuery asked, boolean fresh) {
        var saved = parse(asked.json());
        var window = window(asked, fresh);
        return switch (kind(asked, saved)) {
            case METRICS ->
                new Query.Metrics(asked.refId(), hidden(saved), window, text(saved.query()), orEmpty(saved.legend()));
        };
    }

    private static SavedQuery parse(byte[] json) {
        try {
            SavedQuery saved = Json.SAVED.readValue(json);
            if (saved == null) {
                throw refused("The query is not a JSON object");
            }
            if (saved.version() != null && saved.version() > VERSION) {
                throw refused("The query was saved by a newer Dromedary (version " + saved.version()
                        + "); update the plugin to run it");
            }
            return saved;
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw refused("The query is not valid JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + "; save it again in the query editor");
        } catch (IOException unreadable) {
            throw refused("The query is not valid UTF-8 JSON; save it again in the query editor");
        }
    }

    private static Query.Kind kind(AskedQuery asked, SavedQuery saved) {
        var name = asked.queryType().isBlank() ? orEmpty(saved.queryType()) : asked.queryType();
        if (name.isBlank()) {
            return Query.Kind.METRICS;
        }
        return Arrays.stream(Query.Kind.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("Unknown query type \"" + name + "\"; use one of: "
                        + Arrays.stream(Query.Kind.values())
                                .map(Query.Kind::wireName)
                                .collect(Collectors.joining(", "))));
    }

    private static Window window(AskedQuery asked, boolean fresh) {
        if (asked.toMillis() <= asked.fromMillis()) {
            throw refused("The time range ends before it starts, or is empty; choose a range whose end is later");
        }
        if (asked.fromMillis() < 0) {
            throw refused("The time range starts before 1970; choose a later start");
        }
        var range = new TimeRange(Instant.ofEpochMilli(asked.fromMillis()), Instant.ofEpochMilli(asked.toMillis()));
        var interval = Intervals.forPanel(Duration.ofMillis(asked.intervalMillis()), asked.maxDataPoints(), range);
        return new Window(range, interval, fresh);
    }

    private static boolean hidden(SavedQuery saved) {
        return Boolean.TRUE.equals(saved.hide());
    }

    private static String text(@Nullable String query) {
        var text = orEmpty(query).strip();
        if (text.isEmpty()) {
            throw refused("The query is empty; write one like avg:system.cpu.user{*} by {host}");
        }
        if (text.length() > MAX_TEXT) {
            throw refused("The query is longer than " + MAX_TEXT + " characters; shorten it");
        }
        return text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static FailedException refused(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
