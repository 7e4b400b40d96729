// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a checked {@link Query} out of what arrived. Stateless. */
public final class QueryReader {

    /** The newest form of saved queries known here; those without a version are of this one. */
    static final int VERSION = 1;

    /** Made with the first query: it takes longer than anything else here, and the start should not wait for it. */
    private static final class Json {
        static final ObjectReader SAVED = JsonMapper.builder()
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build()
                .readerFor(SavedQuery.class);
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
            case METRICS -> MetricsQueryReader.read(asked.refId(), window, saved);
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
        } catch (MismatchedInputException mismatch) {
            throw refused(mismatch(mismatch));
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

    /** Names the member of the query whose value is of the wrong kind. */
    private static String mismatch(MismatchedInputException mismatch) {
        var member = mismatch.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst();
        return member.map(name -> "The value of \"" + name + "\" is not of the kind that is expected there")
                        .orElse("The query is not a JSON object")
                + "; save the query again in the query editor";
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static FailedException refused(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
