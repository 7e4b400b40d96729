// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class SearchPropertiesTest {

    @Property
    void readsAnyTextAndKeepsProblemsInsideOfIt(@ForAll("texts") String text) {
        var parsed = SearchParser.parse(text);

        assertThat(parsed.problems()).allSatisfy(problem -> {
            assertThat(problem.from()).isBetween(0, text.length());
            assertThat(problem.to()).isBetween(problem.from(), text.length());
        });
    }

    @Property
    void aSearchThatIsPrintedReadsTheSame(@ForAll("texts") String text) {
        var parsed = SearchParser.parse(text);
        if (parsed.isGood()) {
            var again = SearchParser.parse(SearchPrinter.print(parsed.search()));

            assertThat(again.problems()).isEmpty();
            assertThat(SearchPrinter.print(again.search())).isEqualTo(SearchPrinter.print(parsed.search()));
        }
    }

    /** Whatever a value holds, it stays the value of its facet: nobody leaves a filter by what he types into it. */
    @Property
    void aFilterIsOneTerm(@ForAll @NotBlank @StringLength(max = 30) String value) {
        var text = SearchText.complete(
                "a OR b", Map.of(), List.of(new Filter("k", Filter.Operator.EQUALS, List.of(value))));

        assertStaysValue(text);
    }

    @Property
    void aVariableIsOneTerm(@ForAll @NotBlank @StringLength(max = 30) String value) {
        assertStaysValue(SearchText.complete("(a OR b) k:$v", Map.of("v", VariableValue.of(value)), List.of()));
    }

    private static void assertStaysValue(String text) {
        var parsed = SearchParser.parse(text);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.search()).isInstanceOfSatisfying(Search.And.class, and -> {
            assertThat(and.parts()).hasSize(2);
            assertThat(and.parts().get(1))
                    .isInstanceOfSatisfying(
                            Search.Term.class, term -> assertThat(term.key()).isEqualTo("k"));
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "b:",
                        "@c.d",
                        ":",
                        "\"",
                        "(",
                        ")",
                        " ",
                        " ",
                        " AND ",
                        " OR ",
                        " NOT ",
                        "-",
                        "[1 TO 2]",
                        "[",
                        "{",
                        "*",
                        "\\",
                        "$v",
                        "${v}",
                        "[[v]]",
                        "CIDR(",
                        ">=5",
                        "é")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
