// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dromedary.metricql.language.Function;
import io.dromedary.metricql.language.Functions;
import io.dromedary.metricql.language.Parameter;
import io.dromedary.sandbox.catalog.MetricType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final Counting world = new Counting()
            .with("m", MetricType.GAUGE, "host:a", 4, 8, NaN, 16, 1, 0)
            .with("up", MetricType.GAUGE, "host:a", 10, 20, 30, 40, 50, 60)
            .with("many", MetricType.GAUGE, "host:a,rack:1", 1, 1, 1, 9, 1, 1)
            .with("many", MetricType.GAUGE, "host:b,rack:2", 5, 5, 5, 5, 5, 0)
            .with("many", MetricType.GAUGE, "host:c", 3, 3, 3, 3, 3, NaN);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "abs(0 - sum:m{*}),                 4 8 . 16 1 0",
        "log2(sum:m{*}),                    2 3 . 4 0 .",
        "log10(sum:up{*} * 10),             2 2.301029995663981 2.477121254719662 2.602059991327962 2.698970004336019 2.778151250383644",
        "'pow(sum:m{*}, 2)',                16 64 . 256 1 0",
        "'pow(sum:m{*}, sum:up{*} / 10)',   4 64 . 65536 1 0",
        "cumsum(sum:m{*}),                  4 12 . 28 29 29",
        "integral(sum:m{*}),                40 120 . 280 290 290",
        "default_zero(sum:m{*}),            4 8 0 16 1 0",
        "default_zero(sum:nothing{*}),      0 0 0 0 0 0",
        "default_zero(sum:nothing{*}) / sum:m{*}, 0 0 . 0 0 .",
        "'default(sum:m{*}, 7)',            4 8 7 16 1 0",
        "'clamp_min(sum:m{*}, 3)',          4 8 3 16 3 3",
        "'clamp_max(sum:m{*}, 3)',          3 3 3 3 1 0",
        "'cutoff_min(sum:m{*}, 3)',         4 8 . 16 . .",
        "'cutoff_max(sum:m{*}, 3)',         . . . . 1 0",
        "diff(sum:m{*}),                    . 4 . 8 -15 -1",
        "monotonic_diff(sum:m{*}),          . 4 . 8 . .",
        "dt(sum:m{*}),                      . 10 . 20 10 10",
        "derivative(sum:m{*}),              . 0.4 . 0.4 -1.5 -0.1",
        "per_second(sum:m{*}),              . 0.4 . 0.4 . .",
        "per_minute(sum:m{*}),              . 24 . 24 . .",
        "per_hour(sum:m{*}),                . 1440 . 1440 . .",
        "throughput(sum:up{*}),             1 2 3 4 5 6",
        "ewma_3(sum:m{*}),                  4 6 . 11 6 3",
        "median_3(sum:m{*}),                4 6 . 12 8.5 1",
        "rollingavg_5(sum:up{*}),           10 15 20 25 30 40",
        "'moving_rollup(sum:up{*}, 20, ''sum'')', 10 30 50 70 90 110",
        "'moving_rollup(sum:m{*}, 20)',     4 6 8 16 8.5 0.5",
        "trend_line(sum:up{*} * 2 + 1),     21 41 61 81 101 121",
        "robust_trend(sum:up{*}),           10 20 30 40 50 60",
        "piecewise_constant(sum:many{host:b}), 5 5 5 5 5 0",
        "count_nonzero(sum:many{*} by {host}),  3 3 3 3 3 1",
        "count_not_null(sum:many{*} by {host}), 3 3 3 3 3 2",
        "equiv_otel(sum:up{*}),             10 20 30 40 50 60"
    })
    void calculatesAsByHand(String query, String expected) {
        double[] values = java.util.Arrays.stream(expected.strip().split(" "))
                .mapToDouble(text -> text.equals(".") ? NaN : Double.parseDouble(text))
                .toArray();
        assertThat(world.lines(60, 10, query).get("")).containsExactly(values, EXACT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'top(sum:many{*} by {host}, 2, ''max'', ''desc'')', host:a host:b",
        "'top(sum:many{*} by {host}, 2, ''mean'', ''asc'')', host:a host:c",
        "'top(sum:many{*} by {host}, 1, ''last'', ''desc'')', host:c",
        "'top(sum:many{*} by {host}, 1, ''l2norm'', ''desc'')', host:b",
        "'top(sum:many{*} by {host}, 1, ''sum'', ''asc'')', host:a",
        "'top(sum:many{*} by {host}, 1, ''area'', ''desc'')', host:b",
        "'top_offset(sum:many{*} by {host}, 1, ''max'', ''desc'', 1)', host:b",
        "top5(sum:many{*} by {host}), host:b host:c host:a",
        "bottom10_min(sum:many{*} by {host}), host:b host:a host:c",
        "'exclude_null(sum:many{*} by {rack})', rack:1 rack:2",
        "'outliers(sum:many{*} by {host}, ''MAD'', 0.1)', 'host:a,outlier:true host:b,outlier:true host:c'"
    })
    void keepsLines(String query, String expected) {
        assertThat(String.join(" ", world.lines(60, 10, query).keySet())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'anomalies(sum:many{*}, ''basic'', 2)'", "'forecast(sum:many{*}, ''linear'', 1)'"})
    void drawsABandRoundALine(String query) {
        var lines = world.lines(60, 10, query);
        assertThat(lines.keySet()).containsExactly("", "bound:lower", "bound:upper");
        for (int i = 0; i < 6; i++) {
            assertThat(lines.get("bound:lower")[i]).isLessThan(lines.get("bound:upper")[i]);
        }
    }

    @Test
    void smoothsWithoutBend() {
        assertThat(world.lines(60, 10, "autosmooth(sum:up{*})").get(""))
                .containsExactly(new double[] {15, 20, 30, 40, 50, 55}, EXACT);
    }

    @Test
    void findsTheStepOfALine() {
        var steps = new Counting()
                .with("s", MetricType.GAUGE, "host:a", 1, 1, 1, 7, 7, 7)
                .lines(60, 10, "piecewise_constant(sum:s{*})");
        assertThat(steps.get("")).containsExactly(1, 1, 1, 7, 7, 7);
    }

    static List<Function> functions() {
        return Functions.all();
    }

    /** The language and the sandbox know the same functions. */
    @ParameterizedTest
    @MethodSource("functions")
    void knowsEveryFunctionOfTheLanguage(Function function) {
        Map<Parameter.Kind, String> samples = Map.of(
                Parameter.Kind.QUERY,
                "sum:up{*}",
                Parameter.Kind.NUMBER,
                "5",
                Parameter.Kind.NUMBER_OR_QUERY,
                "2",
                Parameter.Kind.TEXT,
                "'-1d'");
        var arguments = function.positional().stream()
                .map(one -> one.choices().isEmpty() ? samples.get(one.kind()) : written(one))
                .filter(argument -> !(function.name().equals("calendar_shift") && argument.equals("'UTC'")))
                .collect(Collectors.joining(", "));
        if (function.name().equals("calendar_shift")) {
            arguments = "sum:up{*}, '-1d', 'UTC'";
        }
        assertThat(world.over(60, 10, function.name() + "(" + arguments + ")").formula("a"))
                .isNotNull();
    }

    /** Returns the first choice as it stands in a query: texts in quotes, numbers without. */
    private static String written(Parameter parameter) {
        var choice = parameter.choices().get(0);
        return parameter.kind() == Parameter.Kind.NUMBER ? choice : "'" + choice + "'";
    }
}
