// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** A large reply: 500 series of 1,500 points, 12 MB. Aim: 100 ms on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MetricsRepliesBenchmark {

    private static final int SERIES = 500;
    private static final int POINTS = 1_500;

    private final MetricsReplies replies = new MetricsReplies();
    private byte[] body = {};

    @Setup
    public void makeReply() {
        var seconds = new long[POINTS];
        Arrays.setAll(seconds, i -> i * 15L);
        var series = IntStream.range(0, SERIES)
                .mapToObj(i -> Panels.series(0, "host:host-" + i))
                .collect(Collectors.joining(","));
        var values = IntStream.range(0, SERIES)
                .mapToObj(MetricsRepliesBenchmark::values)
                .collect(Collectors.joining(","));
        body = Panels.json(series, seconds, values).getBytes(UTF_8);
    }

    /** As many digits as Datadog's averages have. */
    private static String values(int series) {
        return IntStream.range(0, POINTS)
                .mapToObj(i -> i % 101 == 100
                        ? "null"
                        : BigDecimal.valueOf(50 + 40 * Math.sin(i / 60.0 + series))
                                .setScale(12, RoundingMode.HALF_UP)
                                .toString())
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Benchmark
    public MetricsReply readsTwelveMegabytes() throws IOException {
        return replies.read(new ByteArrayInputStream(body));
    }

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(MetricsRepliesBenchmark.class.getName())
                        .build())
                .run();
    }
}
