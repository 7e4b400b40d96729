// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.Lines;
import io.dromedary.metricql.Trees;
import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.tree.Expression;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any tree and any text. */
class LanguagePropertiesTest {

    private static final String PIECES = "(){}[],.:;+-*/=<>!#$'\"\\ \n\tabyABnot019_%^äé😀\u0000";

    @Property(tries = 2000)
    void readsBackWhatItPrints(@ForAll("expressions") Expression expression) {
        var text = Printer.print(expression);
        var parsed = Parser.parse(text);
        assertThat(parsed.problems()).as(text).isEmpty();
        assertThat(parsed.expression()).as(text).isEqualTo(expression);
    }

    @Property(tries = 2000)
    void survivesAnyChangeToARealQuery(@ForAll("mutations") String text) {
        survives(text);
    }

    @Property(tries = 2000)
    void survivesAnyText(@ForAll("texts") String text) {
        survives(text);
    }

    private static void survives(String text) {
        var parsed = Parser.parse(text);
        assertThat(Checker.check(parsed))
                .allSatisfy(problem -> assertThat(problem.to()).isBetween(problem.from(), text.length()));
        var printed = Printer.print(parsed.expressions());
        if (parsed.problems().isEmpty()) {
            assertThat(Parser.parse(printed).expressions()).as(text).isEqualTo(parsed.expressions());
            assertThat(Printer.print(Parser.parse(printed).expressions())).isEqualTo(printed);
        }
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Trees.expressions();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(PIECES).ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> mutations() {
        var change = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.strings().withChars(PIECES).ofMaxLength(3))
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.of(Lines.valid()),
                        change.list().ofMinSize(1).ofMaxSize(4))
                .as((text, changes) -> {
                    var changed = text;
                    for (var one : changes) {
                        changed = one.to(changed);
                    }
                    return changed;
                });
    }

    /** Some characters of a text replaced by others. */
    private record Change(double place, int removed, String added) {
        String to(String text) {
            int from = (int) (place * text.length());
            return text.substring(0, from) + added + text.substring(Math.min(text.length(), from + removed));
        }
    }
}
