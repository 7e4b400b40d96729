// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Propagation;
import io.dromedary.tracing.Tracing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class JsonLogFormatterTest {

    private static final int GO_PLUGIN_LIMIT = 64 << 10;

    private final JsonLogFormatter formatter = new JsonLogFormatter();
    private final ObjectMapper json = new ObjectMapper();

    private static LogRecord record(Level level, String message) {
        var record = new LogRecord(level, message);
        record.setLoggerName("io.dromedary.Some");
        record.setInstant(Instant.parse("2026-01-02T03:04:05.000006789Z"));
        return record;
    }

    private Map<String, Object> read(String line) throws JsonProcessingException {
        assertThat(line).endsWith("\n").doesNotContain("\r").matches("(?s)[^\n]*\n");
        return json.readValue(line, new TypeReference<>() {});
    }

    @Test
    void writesWhatGrafanaReads() throws Exception {
        assertThat(read(formatter.format(record(Level.INFO, "a \"quoted\"\tline\nand another"))))
                .isEqualTo(Map.of(
                        "@level", "info",
                        "@message", "a \"quoted\"\tline\nand another",
                        "@timestamp", "2026-01-02T03:04:05.000006Z",
                        "@module", "io.dromedary.Some"));
    }

    @Test
    void keepsAnExceptionInTheSameLine() throws Exception {
        var record = record(Level.SEVERE, "failed");
        record.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

        assertThat(read(formatter.format(record)))
                .hasEntrySatisfying(
                        "exception",
                        text -> assertThat(text.toString())
                                .contains(
                                        "IllegalStateException: outer",
                                        "Caused by",
                                        "IllegalArgumentException: inner"));
    }

    @Test
    void addsTheContextWithoutLettingItReplaceAnything() throws Exception {
        try (var route = MDC.putCloseable("camel.routeId", "query-run");
                var level = MDC.putCloseable("@level", "nonsense");
                var time = MDC.putCloseable("timestamp", "now")) {
            assertThat(read(formatter.format(record(Level.WARNING, "x"))))
                    .containsEntry("camel.routeId", "query-run")
                    .containsEntry("@level", "warn")
                    .doesNotContainKey("timestamp");
        }
    }

    @Test
    void saysWhichTraceALineBelongsTo() throws Exception {
        var span = Tracing.off(List.of(Propagation.W3C))
                .server("call", name -> "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        try (var scope = CurrentSpan.enter(span);
                var other = MDC.putCloseable("traceID", "nonsense")) {
            assertThat(read(formatter.format(record(Level.INFO, "x"))))
                    .containsEntry("traceID", "4bf92f3577b34da6a3ce929d0e0e4736")
                    .containsEntry("spanID", "00f067aa0ba902b7");
            assertThat(new PlainLogFormatter().format(record(Level.INFO, "x")))
                    .endsWith(" - x traceID=4bf92f3577b34da6a3ce929d0e0e4736 spanID=00f067aa0ba902b7\n");
        }
        assertThat(read(formatter.format(record(Level.INFO, "x")))).doesNotContainKeys("traceID", "spanID");
    }

    @Test
    void writesNothingButStringsForARecordWithoutAnything() throws Exception {
        var record = new LogRecord(Level.CONFIG, null);

        assertThat(read(formatter.format(record)))
                .containsEntry("@message", "")
                .containsEntry("@module", "")
                .containsEntry("@level", "debug");
    }

    @Test
    void cutsWhatIsTooLong() throws Exception {
        var record = record(Level.INFO, "m".repeat(100_000));
        record.setThrown(new IllegalStateException("\u0001".repeat(100_000)));

        String line = formatter.format(record);

        assertThat(line.getBytes(UTF_8)).hasSizeLessThan(GO_PLUGIN_LIMIT);
        assertThat(read(line))
                .hasEntrySatisfying(
                        "@message",
                        text -> assertThat(text.toString())
                                .startsWith("mmm")
                                .endsWith(JsonLine.CUT)
                                .hasSizeGreaterThan(20_000))
                .hasEntrySatisfying(
                        "exception", text -> assertThat(text.toString()).endsWith(JsonLine.CUT));
    }

    @Property(tries = 300)
    void isValidWhateverIsLogged(
            @ForAll @CharRange(from = Character.MIN_VALUE, to = Character.MAX_VALUE) String message,
            @ForAll @CharRange(from = '\uD7F0', to = '\uE00F') @StringLength(max = 30) String context)
            throws Exception {
        try (var entry = MDC.putCloseable("text", context)) {
            String line = formatter.format(record(Level.INFO, message));

            assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
            assertThat(read(line).get("@message")).isEqualTo(wellFormed(message));
            assertThat(read(line).get("text")).isEqualTo(wellFormed(context));
        }
    }

    /** Replaces lone surrogates. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
