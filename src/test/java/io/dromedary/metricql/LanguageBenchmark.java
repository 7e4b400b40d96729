// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql;

import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.complete.Situation;
import io.dromedary.metricql.split.Split;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import java.util.concurrent.TimeUnit;
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

/** How long the steps of a query's way take, for a usual text and for one of 10,000 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LanguageBenchmark {

    private static final String USUAL =
            "top(sum:trace.web.request.errors{env:prod,service:checkout} by {resource_name}.as_count()"
                    + " / sum:trace.web.request.hits{env:prod,service:checkout} by {resource_name}.as_count()"
                    + " * 100, 10, 'mean', 'desc')";

    /** Characters of the text, about. */
    @Param({"200", "10000"})
    private int length = 200;

    private String text = USUAL;
    private Parsed parsed = Parser.parse(USUAL);

    @Setup
    public void repeat() {
        text = USUAL + (" + " + USUAL).repeat(Math.max(0, length / USUAL.length() - 1));
        parsed = Parser.parse(text);
    }

    @Benchmark
    public Object parse() {
        return Parser.parse(text);
    }

    @Benchmark
    public Object check() {
        return Checker.check(text);
    }

    @Benchmark
    public Object print() {
        return Printer.print(parsed.expressions());
    }

    @Benchmark
    public Object split() {
        return Split.of(parsed.expressions());
    }

    @Benchmark
    public Object situation() {
        return Situation.at(text, text.length() - 20);
    }
}
