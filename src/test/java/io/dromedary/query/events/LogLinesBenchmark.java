// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dromedary.frame.ArrowFrames;
import io.dromedary.instance.Instance;
import io.dromedary.instance.InstanceKey;
import io.dromedary.instance.Secret;
import io.dromedary.instance.Settings;
import io.dromedary.instance.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * 10,000 log lines of 1.2 kB JSON with 20 attributes: ten pages, from JSON to an Arrow file. With the argument
 * {@code peak} it reads them once and tells the memory it took; give it a small {@code -Xmx}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LogLinesBenchmark {

    private static final int PAGES = 10;
    private static final int LINES = 1_000;

    private final EventLinks links = new EventLinks(new Instance(
            new InstanceKey("", "org-1", "u"),
            "Datadog",
            new Settings(
                    null,
                    URI.create("https://api.example"),
                    false,
                    new Secret("k"),
                    new Secret("k"),
                    Duration.ofSeconds(30),
                    Tls.DEFAULT)));
    private final byte[][] pages = new byte[PAGES][];

    @Setup
    public void makePages() {
        for (var page = 0; page < PAGES; page++) {
            pages[page] = page(page);
        }
    }

    private static byte[] page(int page) {
        var json = new StringBuilder("{\"data\":[");
        for (var line = 0; line < LINES; line++) {
            json.append(line == 0 ? "" : ",")
                    .append("{\"id\":\"AQAAAYAZdbh47dGwNwAAAABBWUFaZ")
                    .append(page * LINES + line)
                    .append(
                            "\",\"type\":\"log\",\"attributes\":{\"status\":\"info\",\"service\":\"web\",\"host\":\"web-")
                    .append(line % 20)
                    .append("\",\"timestamp\":\"2026-03-01T11:59:58.123Z\",\"tags\":[\"env:prod\",\"team:shop\",")
                    .append("\"version:1.2.3\",\"region:eu-west-1\"],\"message\":\"GET /orders/")
                    .append(line)
                    .append(" 200 ")
                    .append("x".repeat(200))
                    .append("\",\"attributes\":{\"http\":{\"method\":\"GET\",\"status_code\":200}");
            for (var i = 0; i < 18; i++) {
                json.append(",\"attribute_")
                        .append(i)
                        .append("\":\"value ")
                        .append(i)
                        .append(" of ")
                        .append(line)
                        .append('"');
            }
            json.append("}}}");
        }
        return json.append("],\"meta\":{\"page\":{\"after\":\"x\"}}}")
                .toString()
                .getBytes(UTF_8);
    }

    @Benchmark
    public byte[] tenThousandLines() throws IOException {
        var rows = new LogRows(links, Instant.EPOCH);
        for (var page : pages) {
            EventPageReader.read(new ByteArrayInputStream(page)).events().forEach(rows::add);
        }
        return new ArrowFrames().write(rows.frame("A", "*", List.of()));
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("peak")) {
            tellPeak();
            return;
        }
        new Runner(new OptionsBuilder()
                        .include(LogLinesBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    /** Pages are made one by one, as they come over the network. */
    private static void tellPeak() throws IOException {
        var rows = new LogRows(new LogLinesBenchmark().links, Instant.EPOCH);
        long bytes = 0;
        for (var page = 0; page < PAGES; page++) {
            var json = page(page);
            bytes += json.length;
            EventPageReader.read(new ByteArrayInputStream(json)).events().forEach(rows::add);
        }
        var file = new ArrowFrames().write(rows.frame("A", "*", List.of()));
        System.out.printf(
                "JSON %d kB, rows about %d kB, Arrow %d kB, with a heap of at most %d MB%n",
                bytes / 1000,
                rows.sizeBytes() / 1000,
                file.length / 1000,
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
