// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dromedary.metricql.Lines;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Reference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:a{*}                                     | avg:a{*}                          | query1",
                "abs(avg:a{*} by {host})                      | avg:a{*} by {host}                | abs(query1)",
                "sum:a{*}.as_count() / sum:b{*}.as_count() * 100 | sum:a{*}.as_count(); sum:b{*}.as_count() | query1 / query2 * 100",
                "1 - avg:a{*} / avg:a{ * }                    | avg:a{*}                          | 1 - query1 / query1",
                "top(avg:a{*} by {h}, 10, 'mean', 'desc')     | avg:a{*} by {h}                   | top(query1, 10, 'mean', 'desc')",
                "timeshift(avg:a{*}.rollup(avg, 60), -3600)   | avg:a{*}.rollup(avg, 60)          | timeshift(query1, -3600)",
                "max(avg:a{*} by {e,h}) by {e}                | avg:a{*} by {e,h}                 | max(query1) by {e}",
                "avg:a{*}.rollup(avg, 300).rollup(p95, 1800)  | avg:a{*}.rollup(avg, 300)         | query1.rollup(p95, 1800)",
                "(avg:a{*} + avg:b{*}).rollup(max, 60)        | avg:a{*}; avg:b{*}                | (query1 + query2).rollup(max, 60)",
                "-avg:a{*}                                    | avg:a{*}                          | -query1",
                "avg:a{x:1,y:2} - (avg:a{x:1} - 2)            | avg:a{x:1,y:2}; avg:a{x:1}        | query1 - (query2 - 2)",
            })
    void makesQueriesAndAFormula(String text, String queries, String formula) {
        var split = Split.of(Parser.parse(text).expressions());
        assertThat(split.queries().stream().map(Split.NamedQuery::text).collect(Collectors.joining("; ")))
                .isEqualTo(queries);
        assertThat(split.formulas()).containsExactly(formula);
    }

    @Test
    void sendsEqualQueriesOfAPanelOnce() {
        var panel = Stream.of("avg:a{*}", "avg:a{*} * 100", "avg:b{*} / avg:a{*}")
                .map(text -> Parser.parse(text).expression())
                .toList();
        var split = Split.of(panel);
        assertThat(split.queries()).extracting(Split.NamedQuery::text).containsExactly("avg:a{*}", "avg:b{*}");
        assertThat(split.formulas()).containsExactly("query1", "query1 * 100", "query2 / query1");
    }

    @Test
    void refusesAReferenceThatNobodyResolved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(Parser.parse("$A / 2").expression()))
                .withMessageContaining("$A / 2");
    }

    @Test
    void splitsAllRealQueries() {
        for (var text : Lines.valid()) {
            var expressions = Parser.parse(text).expressions();
            if (expressions.stream()
                    .allMatch(one -> Leaves.of(one, Reference.class).isEmpty())) {
                assertThat(Split.of(expressions).formulas()).as(text).allMatch(formula -> !formula.contains("{*"));
            }
        }
    }
}
