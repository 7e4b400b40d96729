// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids of events and cursors, as Datadog makes them: an id begins with a mark and the event's time, a cursor holds the
 * id of the last event that was seen.
 */
public final class EventIds {

    private static final byte MARK = 1;
    private static final int LENGTH = 1 + Long.BYTES + Long.BYTES;
    private static final Pattern CURSOR = Pattern.compile("\\{\"after\":\"([\\w-]{1,64})\"}");

    private EventIds() {}

    public static String of(Event event) {
        return of(new Position(event.timestampMs(), event.key()));
    }

    private static String of(Position position) {
        var bytes = ByteBuffer.allocate(LENGTH)
                .put(MARK)
                .putLong(position.ms())
                .putLong(position.key())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where the event of an id is; nothing when it is no id. */
    public static Optional<Position> position(String id) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
            if (bytes.remaining() == LENGTH && bytes.get() == MARK) {
                return Optional.of(new Position(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    public static String cursor(Position position) {
        String text = "{\"after\":\"" + of(position) + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a cursor points; nothing when it is no cursor. */
    public static Optional<Position> after(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var matcher = CURSOR.matcher(text);
            return matcher.matches() ? position(matcher.group(1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
