// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.syntax.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avg:m{*",
                "avg:m{*} +",
                "avg:m{env=prod}",
                "tpo(avg:m{*}, 5, 'mean', 'desc')",
                "avgg:m{*}",
                "avg:m{*}.rolup(sum)",
                "rollup(avg:m{*}, sum)",
                "frobnicate(avg:m{*)",
                "top(avg:m{*})",
                "1 + 2"
            })
    void stopsWhatIsCertainlyWrong(String query) {
        assertThat(QueryCheck.check(Parser.parse(query))).anyMatch(Problem::isError);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate(avg:m{*})",
                "frobnicate(avg:m{*}, 5, 'x', mode=2) / 2",
                "median_11(avg:m{*})",
                "top30(avg:m{*} by {host})",
                "avg:m{*}.frobnicate(5)",
                "(avg:m{*} + avg:n{*}).frobnicate()",
                "quantum:m{*}",
                "time() - max:m{*}"
            })
    void leavesNewWordsToDatadog(String query) {
        assertThat(QueryCheck.check(Parser.parse(query))).isNotEmpty().noneMatch(Problem::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max(avg:m{*}, avg:n{*})", "min(avg:m{*}, 100)", "max(avg:m{*} by {host,env}) by {env}"})
    void knowsTheTwoMeaningsOfMaxAndMin(String query) {
        assertThat(QueryCheck.check(Parser.parse(query))).isEmpty();
    }
}
