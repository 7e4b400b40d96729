// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log that traces cannot be sent: at once, then every ten minutes, and when they can be again.
 * Thread-safe.
 */
final class TellingExporter implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(OtlpTracing.class);
    private static final long PAUSE = Duration.ofMinutes(10).toNanos();
    private static final int MAX_REASON = 300;

    private final SpanExporter exporter;
    private final String endpoint;
    private final LongSupplier clock;
    private long lost;

    /** When it was told last; null while all is well. */
    private @Nullable Long told;

    TellingExporter(SpanExporter exporter, String endpoint) {
        this(exporter, endpoint, System::nanoTime);
    }

    /** @param clock in nanoseconds */
    TellingExporter(SpanExporter exporter, String endpoint, LongSupplier clock) {
        this.exporter = exporter;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        var result = exporter.export(spans);
        return result.whenComplete(() -> {
            if (result.isSuccess()) {
                succeeded();
            } else {
                failed(spans.size(), result.getFailureThrowable());
            }
        });
    }

    private synchronized void succeeded() {
        if (told != null) {
            LOG.info("Traces are sent to {} again; {} spans were lost", endpoint, lost);
            told = null;
            lost = 0;
        }
    }

    private synchronized void failed(int spans, @Nullable Throwable why) {
        lost += spans;
        var now = clock.getAsLong();
        if (told == null || now - told >= PAUSE) {
            told = now;
            LOG.warn("Traces cannot be sent to {}: {}", endpoint, reason(why));
        }
    }

    /** The innermost cause says most. */
    private static String reason(@Nullable Throwable why) {
        if (why == null) {
            return "they were refused";
        }
        var cause = why;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
