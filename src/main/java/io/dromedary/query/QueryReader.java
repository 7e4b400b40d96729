// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.product.EventProduct;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a checked {@link Query} out of what arrived. Stateless. */
public final class QueryReader {

    /** The newest form of saved queries known here; those without a version are of this one. */
    static final int VERSION = 1;

    private static final String DEFAULT_TYPE = "metrics";

    /** The last time that frames can tell: they count nanoseconds from 1970 in 64 bits. */
    private static final long LAST_MILLIS = Long.MAX_VALUE / 1_000_000;

    /** Made with the first query: it takes longer than anything else here, and the start should not wait for it. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build();
    }

    /** Reads saved queries of one type. */
    @FunctionalInterface
    private interface TypeReader {
        /** @throws FailedException with status 400 and what to correct */
        Query read(Common common, SavedMembers saved);
    }

    /**
     * What all queries have.
     *
     * @param queryType as saved: for a kind that holds several products, it tells which
     */
    record Common(String refId, String queryType, boolean hidden, Window window) {}

    /** The members of a saved query that only its own type knows. */
    interface SavedMembers {
        /**
         * Returns them as a record, in which unknown members are ignored and absent ones null; a single value may stand
         * where a list is expected.
         *
         * @throws FailedException with status 400 if a value is of another kind than the record's
         */
        <T> T as(Class<T> type);
    }

    /** By query type, in the order in which messages list them. A further type is a further line here. */
    private static final Map<String, TypeReader> TYPES = types();

    private static Map<String, TypeReader> types() {
        var types = new LinkedHashMap<String, TypeReader>();
        types.put(DEFAULT_TYPE, MetricsQueryReader::read);
        for (var product : EventProduct.values()) {
            types.put(product.wireName(), EventsQueryReader::read);
        }
        for (var type : MeasureType.values()) {
            types.put(type.queryType(), MeasureQueryReader::read);
        }
        types.put(MeasureQueryReader.CLOUD_COST, MeasureQueryReader::read);
        TracesQueryReader.PRODUCTS.forEach(product -> types.put(product, TracesQueryReader::read));
        types.put(DdsqlQueryReader.TYPE, DdsqlQueryReader::read);
        ListsQueryReader.PRODUCTS.forEach(product -> types.put(product, ListsQueryReader::read));
        types.put(SelfQueryReader.TYPE, SelfQueryReader::read);
        return types;
    }

    /** Returns the query types there are, in the order in which they are listed. */
    public static List<String> queryTypes() {
        return List.copyOf(TYPES.keySet());
    }

    /**
     * Reads one query.
     *
     * @param fresh see {@link Window#fresh()}
     * @throws FailedException with status 400 and what to correct
     */
    public Query read(AskedQuery asked, boolean fresh) {
        var saved = Predecessor.migrated(parse(asked.json()));
        checkVersion(saved);
        var window = window(asked, interval(asked, saved), fresh);
        var type = type(asked, saved);
        var reader = TYPES.get(type);
        if (reader == null) {
            throw refused("Unknown query type \"" + type + "\"; use one of: " + String.join(", ", queryTypes()));
        }
        return reader.read(new Common(asked.refId(), type, hidden(saved), window), members(saved));
    }

    private static ObjectNode parse(byte[] json) {
        try {
            if (Json.MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw refused("The query is not a JSON object; save the query again in the query editor");
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw refused("The query is not valid JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + "; save it again in the query editor");
        } catch (IOException unreadable) {
            throw refused("The query is not valid UTF-8 JSON; save it again in the query editor");
        }
    }

    private static SavedMembers members(ObjectNode saved) {
        return new SavedMembers() {
            @Override
            public <T> T as(Class<T> type) {
                try {
                    return Json.MAPPER.treeToValue(saved, type);
                } catch (MismatchedInputException mismatch) {
                    throw refused(mismatch(mismatch));
                } catch (JsonProcessingException unreadable) {
                    throw refused("The query cannot be read; save it again in the query editor");
                }
            }
        };
    }

    private static void checkVersion(ObjectNode saved) {
        var version = saved.path("version");
        if (!version.isMissingNode() && !version.isNull() && !version.isIntegralNumber()) {
            throw refused(wrongKind("version"));
        }
        if (version.asLong(VERSION) > VERSION) {
            throw refused("The query was saved by a newer Dromedary (version " + version.asLong()
                    + "); update the plugin to run it");
        }
    }

    private static boolean hidden(ObjectNode saved) {
        var hide = saved.path("hide");
        if (!hide.isMissingNode() && !hide.isNull() && !hide.isBoolean()) {
            throw refused(wrongKind("hide"));
        }
        return hide.asBoolean(false);
    }

    private static String type(AskedQuery asked, ObjectNode saved) {
        var name = asked.queryType().isBlank() ? saved.path("queryType").asText("") : asked.queryType();
        return name.isBlank() ? DEFAULT_TYPE : Predecessor.type(name);
    }

    /** Returns the least width of points, milliseconds: the query's own {@code interval} goes before the panel's. */
    private static long interval(AskedQuery asked, ObjectNode saved) {
        var own = saved.path("interval");
        return own.isIntegralNumber() && own.asLong() > 0 ? own.asLong() : asked.intervalMillis();
    }

    private static Window window(AskedQuery asked, long intervalMillis, boolean fresh) {
        if (asked.toMillis() <= asked.fromMillis()) {
            throw refused("The time range ends before it starts, or is empty; choose a range whose end is later");
        }
        if (asked.fromMillis() < 0) {
            throw refused("The time range starts before 1970; choose a later start");
        }
        if (asked.toMillis() > LAST_MILLIS) {
            throw refused("The time range ends beyond the year 2262; choose an earlier end");
        }
        var range = new TimeRange(Instant.ofEpochMilli(asked.fromMillis()), Instant.ofEpochMilli(asked.toMillis()));
        var interval = Intervals.forPanel(Duration.ofMillis(intervalMillis), asked.maxDataPoints(), range);
        return new Window(range, interval, fresh);
    }

    private static String mismatch(MismatchedInputException mismatch) {
        return mismatch.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst()
                .map(QueryReader::wrongKind)
                .orElse("The query cannot be read; save it again in the query editor");
    }

    private static String wrongKind(String member) {
        return "The value of \"" + member
                + "\" is not of the kind that is expected there; save the query again in the query editor";
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static FailedException refused(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
