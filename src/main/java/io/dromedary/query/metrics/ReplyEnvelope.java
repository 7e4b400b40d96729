// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.ReplyFailures;
import io.dromedary.query.metrics.MetricsReply.Unit;
import java.io.IOException;
import java.util.List;

/** What the replies to v2 queries have in common: their outer objects, errors and units. */
final class ReplyEnvelope {

    private final JsonWalk json;
    private boolean hasAttributes;
    private String errors = "";

    private ReplyEnvelope(JsonWalk json) {
        this.json = json;
    }

    /**
     * Walks through the whole text.
     *
     * @param attribute reads each member of {@code data.attributes}
     * @throws FailedException 400 if Datadog rejected the query, 502 if the body is not such a reply
     */
    static void read(JsonWalk json, JsonWalk.Member attribute) throws IOException {
        var envelope = new ReplyEnvelope(json);
        json.document(name -> envelope.readTop(name, attribute));
        if (!envelope.errors.isEmpty()) {
            throw new FailedException(ReplyFailures.refused(envelope.errors));
        }
        if (!envelope.hasAttributes) {
            throw JsonWalk.malformed();
        }
    }

    private void readTop(String name, JsonWalk.Member attribute) throws IOException {
        switch (name) {
            case "data" -> json.object(member -> readData(member, attribute));
            case "errors" -> errors = readErrors();
            default -> json.skip();
        }
    }

    /** A text, as documented; or a list of texts, as other endpoints have it. */
    private String readErrors() throws IOException {
        return json.isArray() ? String.join("; ", json.list(json::text)) : json.text();
    }

    private void readData(String name, JsonWalk.Member attribute) throws IOException {
        if (name.equals("attributes")) {
            hasAttributes = true;
            json.object(attribute);
        } else {
            json.skip();
        }
    }

    /** Reads {@code [unit, per]}, either of which may be null, as the whole may be. */
    static List<Unit> units(JsonWalk json) throws IOException {
        var units = json.list(() -> unit(json));
        return List.of(units.isEmpty() ? Unit.NONE : units.get(0), units.size() < 2 ? Unit.NONE : units.get(1));
    }

    private static Unit unit(JsonWalk json) throws IOException {
        if (json.isNull()) {
            return Unit.NONE;
        }
        var texts = new String[] {"", "", ""};
        var scale = new double[1];
        json.object(name -> {
            switch (name) {
                case "family" -> texts[0] = json.text();
                case "name" -> texts[1] = json.text();
                case "short_name" -> texts[2] = json.text();
                case "scale_factor" -> scale[0] = json.number(0);
                default -> json.skip();
            }
        });
        return new Unit(texts[0], texts[1], texts[2], scale[0]);
    }
}
