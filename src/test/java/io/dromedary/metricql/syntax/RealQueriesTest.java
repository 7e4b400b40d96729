// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.Lines;
import io.dromedary.metricql.Problem;
import io.dromedary.metricql.check.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables valid.txt and invalid.txt. */
class RealQueriesTest {

    static List<String> valid() {
        return Lines.valid();
    }

    static List<String> invalid() {
        return Lines.of("invalid.txt");
    }

    @Test
    void tablesAreLargeEnoughToMeanSomething() {
        assertThat(valid()).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        assertThat(invalid()).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void findsNothingWrongWithRealQueries(String text) {
        assertThat(Checker.check(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void printsWhatItReadsWithTheSameMeaning(String text) {
        var parsed = Parser.parse(text);
        var printed = Printer.print(parsed.expressions());
        assertThat(Parser.parse(printed).expressions()).isEqualTo(parsed.expressions());
        assertThat(Printer.print(Parser.parse(printed).expressions())).isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void saysWhatIsWrongAndWhere(String line) {
        var marked = line.substring(0, line.indexOf('\t'));
        var message = line.substring(line.indexOf('\t') + 1);
        int at = marked.indexOf('^');
        var text = marked.replace("^", "");
        assertThat(Checker.check(text))
                .filteredOn(Problem::isError)
                .isNotEmpty()
                .first()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains(message);
                    assertThat(problem.from())
                            .as("offset of: %s", problem.message())
                            .isEqualTo(at);
                });
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void staysInsideTheTextAndTellsEachPlaceOnce(String line) {
        var text = line.substring(0, line.indexOf('\t')).replace("^", "");
        assertThat(Checker.check(text))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(problem -> assertThat(problem.to()).isBetween(problem.from(), text.length()));
    }
}
