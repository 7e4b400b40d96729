// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:a{*}                  | env | =  | prod        | avg:a{env:prod}",
                "avg:a{x:1}                | env | =  | prod        | avg:a{x:1,env:prod}",
                "avg:a{x:1,!y:2}           | env | != | prod        | avg:a{x:1,!y:2,!env:prod}",
                "avg:a{x:1 AND y:2}        | env | =  | prod        | avg:a{x:1 AND y:2 AND env:prod}",
                "avg:a{x:1 OR y:2}         | env | =  | prod        | avg:a{(x:1 OR y:2) AND env:prod}",
                "avg:a{NOT x:1}            | env | != | prod        | avg:a{NOT x:1 AND NOT env:prod}",
                "avg:a{*}                  | env | != | prod        | avg:a{!env:prod}",
                "avg:a{x:1,!y:2}           | env | =~ | web-.*      | avg:a{x:1,!y:2,env:web-*}",
                "avg:a{x:1}                | env | =~ | web-*       | avg:a{x:1,env:web-*}",
                "avg:a{x:1}                | env | !~ | .*-canary   | avg:a{x:1,!env:*-canary}",
                "avg:a{*} / sum:b{x:1} * 2 | env | =  | prod        | avg:a{env:prod} / sum:b{x:1,env:prod} * 2",
                "top(avg:a{*} by {h}, 5, 'max', 'desc') | h | =~ | db* | top(avg:a{h:db*} by {h}, 5, 'max', 'desc')",
                "avg:a{$scope}             | env | =  | prod        | avg:a{$scope,env:prod}",
                "avg:a{x:1}                | env | =  | a b, (c)    | `avg:a{x:1,env:\"a b, (c)\"}`",
                "avg:a{x:1}                | env | =  | or          | avg:a{x:1,env:or}",
            })
    void addsAFilterToEveryScope(String text, String key, String sign, String value, String expected) {
        var operator = Filter.Operator.of(sign).orElseThrow();
        assertThat(added(text, new Filter(key, operator, List.of(value)))).isEqualTo(expected);
    }

    @Test
    void readsAlternativesOfARegularExpression() {
        var filter = new Filter("env", Filter.Operator.MATCHES, List.of("^(a|b.*)$"));
        assertThat(added("avg:a{x:1}", filter)).isEqualTo("avg:a{x:1 AND env IN (a,b*)}");
    }

    @Test
    void writesSeveralValuesInWords() {
        var filter = new Filter("env", Filter.Operator.ONE_OF, List.of("prod", "canary"));
        assertThat(added("avg:a{*}", filter)).isEqualTo("avg:a{env IN (prod,canary)}");
        assertThat(added("avg:a{x:1,!y:2}", filter)).isEqualTo("avg:a{x:1 AND NOT y:2 AND env IN (prod,canary)}");
        assertThat(added("avg:a{x:1}", new Filter("env", Filter.Operator.NOT_ONE_OF, List.of("a", "b"))))
                .isEqualTo("avg:a{x:1 AND env NOT IN (a,b)}");
        assertThat(added("avg:a{x:1}", new Filter("env", Filter.Operator.NOT_ONE_OF, List.of("a"))))
                .isEqualTo("avg:a{x:1,!env:a}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "env   | =  | `a\nb`     | control character",
                "env   | =  | ``         | has no value",
                "e nv  | =  | a          | is no tag key",
                "a:b   | =  | a          | is no tag key",
                "env   | =~ | web-[0-9]+ | regular expression",
            })
    void refusesWhatAQueryCannotHold(String key, String sign, String value, String message) {
        var filter = new Filter(key, Filter.Operator.of(sign).orElseThrow(), List.of(value));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> added("avg:a{*}", filter))
                .withMessageContaining(message);
    }

    private static String added(String text, Filter filter) {
        var changed = Printer.print(Filters.add(Parser.parse(text).expression(), List.of(filter)));
        assertThat(Checker.check(changed)).as(changed).isEmpty();
        return changed;
    }
}
