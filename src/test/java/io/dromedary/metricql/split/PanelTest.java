// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PanelTest {

    @Test
    void putsOtherQueriesInTheirPlace() {
        var panel = panel(Map.of("A", "sum:errors{*}", "B", "sum:hits{*}", "C", "$A / #B * 100"));
        assertThat(resolved(panel, "C")).isEqualTo("sum:errors{*} / sum:hits{*} * 100");
        assertThat(resolved(panel, "A")).isEqualTo("sum:errors{*}");
    }

    @Test
    void keepsTheOrderOfOperations() {
        var panel = panel(Map.of("A", "avg:a{*} + avg:b{*}", "B", "$A * 2 - $A"));
        assertThat(resolved(panel, "B")).isEqualTo("(avg:a{*} + avg:b{*}) * 2 - (avg:a{*} + avg:b{*})");
    }

    @Test
    void followsReferencesOfReferences() {
        var panel = panel(Map.of("A", "avg:a{*}", "B", "abs($A)", "C", "top($B, 5, 'max', 'desc')"));
        assertThat(resolved(panel, "C")).isEqualTo("top(abs(avg:a{*}), 5, 'max', 'desc')");
    }

    @Test
    void tellsUnknownNamesWhereTheyStand() {
        var panel = panel(Map.of("errors", "avg:a{*}", "B", "1 + #erors"));
        assertThat(panel.resolve("B").problems())
                .containsExactly(new Problem(
                        4, 10, Problem.Severity.ERROR, "this panel has no metric query erors: did you mean errors?"));
        assertThat(panel.resolve("errors").isGood()).isTrue();
    }

    @Test
    void tellsCyclesToTheirMembersOnly() {
        var panel = panel(Map.of("A", "$B + 1", "B", "$C", "C", "$A", "D", "avg:d{*}", "E", "$E"));
        assertThat(message(panel, "A")).isEqualTo("A needs itself: A → B → C → A");
        assertThat(message(panel, "C")).isEqualTo("C needs itself: C → A → B → C");
        assertThat(message(panel, "E")).isEqualTo("E needs itself: E → E");
        assertThat(panel.resolve("D").isGood()).isTrue();
    }

    @Test
    void failsWhatNeedsABadQueryAndNothingElse() {
        var panel = panel(Map.of("A", "avg:a{*", "B", "avg:b{*}", "C", "$A / $B", "D", "$B * 2", "E", "$C"));
        assertThat(message(panel, "C")).isEqualTo("query A, which is needed here, has an error");
        assertThat(message(panel, "E")).isEqualTo("query C, which is needed here, has an error");
        assertThat(resolved(panel, "D")).isEqualTo("avg:b{*} * 2");
    }

    @Test
    void needsOneExpressionToReferTo() {
        var panel = panel(Map.of("A", "avg:a{*}, avg:b{*}", "B", "$A"));
        assertThat(message(panel, "B")).isEqualTo("query A has several expressions: a reference needs one");
    }

    @Test
    void refusesAPanelThatDoublesItselfInEachQuery() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("Q0", "avg:a{*}");
        for (int i = 1; i <= 60; i++) {
            texts.put("Q" + i, "$Q" + (i - 1) + " * 2 + $Q" + (i - 1));
        }
        var panel = panel(texts);
        assertThat(panel.resolve("Q5").isGood()).isTrue();
        assertThat(panel.resolve("Q60").isGood()).isFalse();
    }

    @Test
    void followsALongChainOfReferences() {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 5_000; i > 0; i--) {
            texts.put("Q" + i, "$Q" + (i - 1));
        }
        texts.put("Q0", "avg:a{*}");
        assertThat(resolved(panel(texts), "Q5000")).isEqualTo("avg:a{*}");
    }

    private static Panel panel(Map<String, String> texts) {
        var parsed = new LinkedHashMap<String, Parsed>();
        texts.forEach((refId, text) -> parsed.put(refId, Parser.parse(text)));
        return new Panel(parsed);
    }

    private static String resolved(Panel panel, String refId) {
        var resolved = panel.resolve(refId);
        assertThat(resolved.problems()).isEmpty();
        return Printer.print(resolved.expressions());
    }

    private static String message(Panel panel, String refId) {
        return panel.resolve(refId).problems().get(0).message();
    }
}
