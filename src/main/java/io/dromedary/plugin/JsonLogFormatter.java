// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import io.dromedary.tracing.CurrentSpan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Writes a log record as Grafana reads it: one line, a JSON object of strings only (anything else than a string in
 * {@code @level}, {@code @message} or {@code @timestamp} takes Grafana 7.5 down), shorter than 64 KiB.
 */
final class JsonLogFormatter extends Formatter {

    private static final int MESSAGE_BYTES = 24 << 10;
    private static final int EXCEPTION_BYTES = 24 << 10;
    private static final int ENTRY_BYTES = 512;
    private static final int MAX_ENTRIES = 8;

    /** As Grafana and its own plugins name them. */
    private static final String TRACE = "traceID";

    private static final String SPAN = "spanID";

    /** Grafana drops an entry named timestamp; the others are set from the record. */
    private static final Set<String> OURS = Set.of("timestamp", "exception", TRACE, SPAN);

    @Override
    public String format(LogRecord record) {
        var line = new JsonLine()
                .add("@level", LogLevel.of(record.getLevel()).wireName(), ENTRY_BYTES)
                .add("@message", text(formatMessage(record)), MESSAGE_BYTES)
                .add("@timestamp", Timestamp.of(record.getInstant()), ENTRY_BYTES)
                .add("@module", text(record.getLoggerName()), ENTRY_BYTES);
        if (record.getThrown() != null) {
            line.add("exception", stackTrace(record.getThrown()), EXCEPTION_BYTES);
        }
        var place = CurrentSpan.context();
        if (place != null) {
            line.add(TRACE, place.traceId(), ENTRY_BYTES).add(SPAN, place.spanId(), ENTRY_BYTES);
        }
        addContext(line, MDC.getCopyOfContextMap());
        return line.end();
    }

    private static void addContext(JsonLine line, @Nullable Map<String, String> context) {
        if (context == null) {
            return;
        }
        context.entrySet().stream()
                .filter(entry -> entry.getKey() != null && !entry.getKey().startsWith("@"))
                .filter(entry -> !OURS.contains(entry.getKey()))
                .limit(MAX_ENTRIES)
                .forEach(entry -> line.add(entry.getKey(), text(entry.getValue()), ENTRY_BYTES));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
