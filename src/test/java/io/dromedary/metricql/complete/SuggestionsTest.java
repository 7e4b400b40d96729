// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.check.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    @Test
    void offersAggregatorsAndFunctionsAtTheStart() {
        assertThat(inserts("^")).contains("avg:", "p95:", "top(", "abs(").doesNotContain("rollup(");
    }

    @Test
    void offersModifiersWithTheirDot() {
        assertThat(inserts("avg:a{*}^")).contains(".rollup(", ".as_count()", "by {", "+");
        assertThat(inserts("avg:a{*}.^")).contains("rollup(", "as_count()").doesNotContain("by {");
    }

    @Test
    void offersTheChoicesOfAnArgument() {
        assertThat(inserts("avg:a{*}.rollup(^")).containsExactly("avg", "sum", "min", "max", "count");
        assertThat(inserts("avg:a{*}.rollup(avg, ^")).contains("daily");
        assertThat(inserts("avg:a{*}.fill(^")).containsExactly("linear", "last", "zero", "null");
        assertThat(inserts("top(avg:a{*}, 10, ^")).contains("'mean'", "'l2norm'");
        assertThat(inserts("anomalies(avg:a{*}, ^")).contains("'robust'");
    }

    @Test
    void leavesMetricsAndTagsToOthers() {
        assertThat(inserts("avg:^")).isEmpty();
        assertThat(inserts("avg:a{^")).isEmpty();
        assertThat(inserts("avg:a{env:^")).isEmpty();
    }

    @Test
    void explainsEachFunction() {
        var functions = suggestions("^").stream()
                .filter(one -> one.kind() == Situation.Kind.FUNCTION)
                .toList();
        assertThat(functions).hasSizeGreaterThan(80).allSatisfy(one -> {
            assertThat(one.detail()).startsWith(one.text() + "(query");
            assertThat(one.description()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void offersOnlyModifiersTheCheckerKnows() {
        assertThat(Checker.check("avg:a{*}.as_count().rollup(sum, 60).fill(zero).weighted()"))
                .isEmpty();
        assertThat(suggestions("avg:a{*}.^"))
                .extracting(Suggestion::text)
                .containsExactly("as_count", "as_rate", "rollup", "fill", "weighted");
    }

    private static List<String> inserts(String marked) {
        return suggestions(marked).stream().map(Suggestion::insert).toList();
    }

    private static List<Suggestion> suggestions(String marked) {
        return Suggestions.of(Situation.at(marked.replace("^", ""), marked.indexOf('^')));
    }
}
