// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.world.Dice;
import java.io.IOException;

/** Writes the members of {@code meta} that all event-like products have. */
final class EventMeta {

    private EventMeta() {}

    /** @param partial whether the answer is not the whole one; Datadog says then that it ran out of time */
    static void write(JsonGenerator out, long key, boolean partial) throws IOException {
        out.writeNumberField("elapsed", 10 + Dice.below(key, 40));
        out.writeStringField("request_id", "sandbox-" + Long.toHexString(Dice.key(6, key)));
        out.writeStringField("status", partial ? "timeout" : "done");
        if (partial) {
            out.writeArrayFieldStart("warnings");
            out.writeStartObject();
            out.writeStringField("code", "timeout");
            out.writeStringField("title", "The window is too long");
            out.writeStringField("detail", "Only a part of the window was looked through");
            out.writeEndObject();
            out.writeEndArray();
        }
    }
}
