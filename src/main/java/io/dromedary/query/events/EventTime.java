// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Column;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as Datadog writes them: ISO 8601 with or without a zone, or a number of seconds, milliseconds,
 * microseconds or nanoseconds since 1970, which their size tells apart (recordings: CI has nanoseconds, events have
 * milliseconds).
 */
final class EventTime {

    /** Stands for no time at all. */
    static final long NONE = Column.Moments.NULL;

    private static final long NANOS = 1_000_000_000;

    private EventTime() {}

    /** Returns nanoseconds since 1970, {@link #NONE} if the text is no time that they can hold. */
    static long nanos(@Nullable String text) {
        if (text == null || text.length() < 8 || text.length() > 40) {
            return NONE;
        }
        try {
            return isNumber(text) ? scaled(Double.parseDouble(text), text) : nanos(parsed(text));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return NONE;
        }
    }

    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }

    private static boolean isNumber(String text) {
        return text.indexOf('-', 1) < 0 && text.indexOf(':') < 0;
    }

    private static long scaled(double number, String text) {
        var whole = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0
                ? Long.parseLong(text)
                : (long) number;
        if (whole > 100_000_000_000_000_000L) {
            return whole;
        }
        var factor = whole > 100_000_000_000_000L ? 1_000L : whole > 100_000_000_000L ? 1_000_000L : NANOS;
        return Math.multiplyExact(whole, factor);
    }

    /** Some times inside of attributes have no zone: they are UTC. */
    private static Instant parsed(String text) {
        boolean hasZone = text.endsWith("Z") || text.indexOf('+', 10) > 0 || text.lastIndexOf('-') > 10;
        return Instant.parse(hasZone ? text : text + "Z");
    }
}
