// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsTest {

    @ParameterizedTest
    @CsvSource({"trace,TRACE", "Debug,DEBUG", " info ,INFO", "WARN,WARN", "error,ERROR"})
    void knowsTheNamesOfLevels(String name, LogLevel level) {
        assertThat(LogLevel.parse(name)).isEqualTo(level);
        assertThat(LogLevel.of(level.level())).isEqualTo(level);
    }

    @Test
    void refusesAnUnknownLevel() {
        assertThatThrownBy(() -> LogLevel.parse("loud"))
                .hasMessage("Unknown log level loud; use trace, debug, info, warn or error");
    }

    @Test
    void writesNoKeysAtAnyLevel() {
        var logs = Logs.present();
        var before = logs.levels().get("");
        try {
            logs.level("", "trace");
            assertThat(Logger.getLogger("io.dromedary.some").isLoggable(Level.FINEST))
                    .isTrue();
            for (var secretive : List.of("io.grpc.netty.NettyServerHandler", "io.vertx.core.Some")) {
                assertThat(Logger.getLogger(secretive).isLoggable(Level.FINE)).isFalse();
                assertThat(Logger.getLogger(secretive).isLoggable(Level.INFO)).isTrue();
                assertThatThrownBy(() -> logs.level(secretive, "debug"))
                        .hasMessageContaining(secretive + " would write keys and tokens");
            }
            logs.level("", "error");
            assertThat(Logger.getLogger("io.grpc.netty.NettyServerHandler").isLoggable(Level.WARNING))
                    .isFalse();
        } finally {
            logs.level("", before);
        }
    }

    @Test
    void formatsLinesForPeople() {
        var record = new LogRecord(Level.WARNING, "hello");
        record.setLoggerName("some");
        record.setInstant(Instant.EPOCH);

        assertThat(new PlainLogFormatter().format(record))
                .isEqualTo("1970-01-01T00:00:00.000000Z WARN  some - hello\n");
    }

    @Test
    void turnsPrintedLinesIntoRecords() {
        var out = new ByteArrayOutputStream();
        var log = Logger.getAnonymousLogger();
        log.setUseParentHandlers(false);
        log.addHandler(new LogHandler(out, new PlainLogFormatter()));
        var printed = new PrintStream(new LogStream(log, Level.INFO), false, UTF_8);

        printed.println("größer {0}");
        printed.print("half");
        printed.print(" line\r\n\n");
        printed.println("x".repeat(20_000));

        assertThat(out.toString(UTF_8).lines().map(line -> line.replaceFirst("^.* - ", "")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("größer {0}"),
                        line -> assertThat(line).isEqualTo("half line"),
                        line -> assertThat(line).hasSize(16 << 10),
                        line -> assertThat(line).hasSize(20_000 - (16 << 10)));
    }
}
