// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollupsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:a{*}                       | gauge        | avg:a{*}.rollup(avg, 60)",
                "max:a{*}                       | gauge        | max:a{*}.rollup(avg, 60)",
                "sum:a{*}                       | count        | sum:a{*}.rollup(sum, 60)",
                "sum:a{*}                       | rate         | sum:a{*}.rollup(avg, 60)",
                "sum:a{*}.as_count()            | rate         | sum:a{*}.as_count().rollup(sum, 60)",
                "sum:a{*}.as_rate()             | count        | sum:a{*}.as_rate().rollup(sum, 60)",
                "p95:a{*}                       | distribution | p95:a{*}.rollup(60)",
                "avg:a{*}                       | distribution | avg:a{*}.rollup(60)",
                "p99.9:a{*}                     | ?            | p99.9:a{*}.rollup(60)",
                "avg:a{*}                       | ?            | avg:a{*}.rollup(avg, 60)",
                "avg:a{*}.fill(zero)            | gauge        | avg:a{*}.rollup(avg, 60).fill(zero)",
                "avg:a{*}.rollup(max, 300)      | gauge        | avg:a{*}.rollup(max, 300)",
                "avg:a{*}.rollup(max)           | gauge        | avg:a{*}.rollup(max, 60)",
                "avg:a{*}.rollup(300)           | gauge        | avg:a{*}.rollup(300)",
                "avg:a{*}.rollup(sum, daily)    | gauge        | avg:a{*}.rollup(sum, daily)",
                "abs(avg:a{*}) / sum:a{*}.as_count() | gauge   | abs(avg:a{*}.rollup(avg, 60)) / sum:a{*}.as_count().rollup(sum, 60)",
            })
    void choosesByTheMetricAndKeepsWhatIsWritten(String text, String type, String expected) {
        var changed = Rollups.auto(Parser.parse(text).expression(), metric -> MetricType.of(type), 60);
        assertThat(Printer.print(changed)).isEqualTo(expected);
    }

    @Test
    void takesOneMethodForAll() {
        var expression = Parser.parse("avg:a{*} / avg:b{*}.rollup(sum, 20)").expression();
        assertThat(Printer.print(Rollups.fixed(expression, "max", 3600)))
                .isEqualTo("avg:a{*}.rollup(max, 3600) / avg:b{*}.rollup(sum, 20)");
    }

    @Test
    void asksForTheTypeByTheMetricsName() {
        var expression = Parser.parse("sum:hits{*} + sum:load{*}").expression();
        var changed =
                Rollups.auto(expression, metric -> metric.equals("hits") ? MetricType.COUNT : MetricType.GAUGE, 10);
        assertThat(Printer.print(changed)).isEqualTo("sum:hits{*}.rollup(sum, 10) + sum:load{*}.rollup(avg, 10)");
    }
}
