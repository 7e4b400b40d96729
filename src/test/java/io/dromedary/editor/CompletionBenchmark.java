// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.resource.ResourceReply;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long completion takes, from the request's bytes to the answer's, with 10,000 metrics in the cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CompletionBenchmark {

    private static final List<String> WORDS =
            List.of("system", "cpu", "aws", "lambda", "errors", "shop", "orders", "latency", "kubernetes", "memory");

    /** The text left of the cursor. */
    @Param({"", "avg:", "avg:sys", "avg:cpu", "avg:system.cpu.errors.1234", "avg:a{*}.ro"})
    private String query = "";

    private final EditorFixture editor = new EditorFixture();
    private String body = "";

    /** Run as a program: {@code io.dromedary.editor.CompletionBenchmark}. */
    public static void main(String[] arguments) throws Exception {
        org.openjdk.jmh.Main.main(new String[] {CompletionBenchmark.class.getName()});
    }

    @Setup
    public void fill() {
        var random = new Random(7);
        editor.metrics(IntStream.range(0, 10_000)
                .mapToObj(i -> word(random) + "." + word(random) + "." + word(random) + "." + i)
                .sorted()
                .toList());
        body = "{\"query\":\"" + query + "\"}";
    }

    @Benchmark
    public ResourceReply complete() {
        return editor.completeReply(body);
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
