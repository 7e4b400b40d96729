// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** A large answer: 500 series of 1,500 points. Aim: 40 ms on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ArrowFramesBenchmark {

    private final ArrowFrames writer = new ArrowFrames();
    private List<Frame> frames = List.of();

    @Setup
    public void makeFrames() {
        var times = new long[1_500];
        Arrays.setAll(times, i -> Frames.NOON + i * 15_000_000_000L);
        var values = new double[times.length];
        Arrays.setAll(values, i -> i % 101 == 100 ? Double.NaN : 50 + 40 * Math.sin(i / 60.0));
        var made = new ArrayList<Frame>();
        for (var i = 0; i < 500; i++) {
            var host = "host-" + i;
            var config = FieldConfig.series(host, "percent", 15_000);
            made.add(Frames.series(Map.of("host", host), config, times, values));
        }
        frames = made;
    }

    @Benchmark
    public List<byte[]> writesFiveHundredSeries() {
        return frames.stream().map(writer::write).toList();
    }

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(ArrowFramesBenchmark.class.getName())
                        .build())
                .run();
    }
}
