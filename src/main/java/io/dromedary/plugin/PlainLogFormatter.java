// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import io.dromedary.tracing.CurrentSpan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Writes a log record for a person in front of a terminal. */
final class PlainLogFormatter extends Formatter {

    @Override
    public String format(LogRecord record) {
        var text = new StringWriter();
        text.append(Timestamp.of(record.getInstant()))
                .append(' ')
                .append(String.format("%-5s", LogLevel.of(record.getLevel()).name()))
                .append(' ')
                .append(record.getLoggerName())
                .append(" - ")
                .append(formatMessage(record));
        var place = CurrentSpan.context();
        if (place != null) {
            text.append(" traceID=").append(place.traceId()).append(" spanID=").append(place.spanId());
        }
        text.append('\n');
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
