// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellingExporterTest {

    private final List<String> said = new ArrayList<>();
    private final Logger log = Logger.getLogger(OtlpTracing.class.getName());
    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean works = new AtomicBoolean();
    private final TellingExporter exporter = new TellingExporter(new Breakable(), "http://tempo:4317", now::get);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void leave() {
        log.removeHandler(handler);
    }

    @Test
    void complainsOnceInTenMinutes() {
        for (var minute = 0; minute < 15; minute++) {
            exporter.export(List.of());
            now.addAndGet(Duration.ofMinutes(1).toNanos());
        }

        assertThat(said)
                .hasSize(2)
                .containsOnly("WARNING Traces cannot be sent to http://tempo:4317: Connection refused");
    }

    @Test
    void saysThatItWorksAgain() {
        exporter.export(List.of());
        works.set(true);
        exporter.export(List.of());
        exporter.export(List.of());

        assertThat(said).hasSize(2);
        assertThat(said.get(1)).startsWith("INFO Traces are sent to http://tempo:4317 again");
    }

    private final class Breakable implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            return works.get()
                    ? CompletableResultCode.ofSuccess()
                    : CompletableResultCode.ofExceptionalFailure(
                            new IllegalStateException("io exception", new IllegalStateException("Connection refused")));
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
