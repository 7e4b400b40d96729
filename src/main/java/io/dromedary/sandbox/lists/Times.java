// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the API writes them, of epoch milliseconds. */
final class Times {

    private static final DateTimeFormatter OFFSET = format("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'");
    private static final DateTimeFormatter ZULU = format("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter LOCAL = format("uuuu-MM-dd'T'HH:mm:ss");

    private Times() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** {@code 2024-10-10T16:39:00.138359+00:00}. */
    static String offset(long epochMs) {
        return OFFSET.format(Instant.ofEpochMilli(epochMs));
    }

    /** {@code 2023-04-03T20:23:00Z}. */
    static String zulu(long epochMs) {
        return ZULU.format(Instant.ofEpochMilli(epochMs));
    }

    /** {@code 2023-10-12T13:46:51}: UTC, but it does not say so. */
    static String local(long epochMs) {
        return LOCAL.format(Instant.ofEpochMilli(epochMs));
    }
}
