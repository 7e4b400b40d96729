// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Writes log times. By hand, as date formatters take longer to load than Grafana should wait for the handshake. */
final class Timestamp {

    private Timestamp() {}

    /**
     * Returns UTC with six fractional digits, the only form Grafana's log reader knows: 2026-01-02T03:04:05.000006Z.
     */
    static String of(Instant instant) {
        var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(27);
        pad(text, time.getYear(), 4).append('-');
        pad(text, time.getMonthValue(), 2).append('-');
        pad(text, time.getDayOfMonth(), 2).append('T');
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2).append('.');
        return pad(text, time.getNano() / 1000, 6).append('Z').toString();
    }

    private static StringBuilder pad(StringBuilder text, int number, int digits) {
        String plain = Integer.toString(number);
        return text.append("0".repeat(digits - plain.length())).append(plain);
    }
}
