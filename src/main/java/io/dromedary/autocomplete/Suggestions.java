// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.resource.ResourceReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers with what matches, best first: {@code {"items":[{"text":"system.cpu.user"}],"complete":true}}; what has an id
 * beside its name has it as {@code value}. Not {@code complete} means that there is more than was asked for or read. A
 * list that could not be loaded again has {@code "stale":true} and a {@code reason}. Thread-safe.
 */
public final class Suggestions {

    private final JsonFactory json = new JsonFactory();

    /** Returns the answer to one question; that to the commonest, everything there is, is made once and kept. */
    public ResourceReply reply(Lookup lookup, CachedListing cached) {
        var everything =
                lookup.tagKey().isEmpty() && lookup.search().isEmpty() && lookup.limit() == Lookups.DEFAULT_LIMIT;
        return ResourceReply.json(everything ? cached.answer(() -> write(lookup, cached)) : write(lookup, cached));
    }

    /** Returns the names of what has ids, by id, in the order of the list. */
    public Map<String, String> namesById(CachedListing cached) {
        var listing = cached.listing();
        var names = new LinkedHashMap<String, String>();
        listing.names().forEach(name -> listing.list(name).forEach(id -> names.put(id, name)));
        return names;
    }

    private byte[] write(Lookup lookup, CachedListing cached) {
        var listing = cached.listing();
        var matches = Ranking.find(listing.list(lookup.tagKey()), lookup.search(), lookup.limit());
        var bytes = new ByteArrayOutputStream();
        try (var out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (var name : matches.names()) {
                write(name, lookup.isNamed() ? listing.list(name) : List.of(), out);
            }
            out.writeEndArray();
            out.writeBooleanField("complete", matches.all() && listing.complete());
            if (cached.staleReason() != null) {
                out.writeBooleanField("stale", true);
                out.writeStringField("reason", cached.staleReason());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing fails in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Writes an item for each id of a name, or a single one without. */
    private static void write(String name, List<String> ids, JsonGenerator out) throws IOException {
        if (ids.isEmpty()) {
            out.writeStartObject();
            out.writeStringField("text", name);
            out.writeEndObject();
        }
        for (var id : ids) {
            out.writeStartObject();
            out.writeStringField("text", name);
            out.writeStringField("value", id);
            out.writeEndObject();
        }
    }
}
