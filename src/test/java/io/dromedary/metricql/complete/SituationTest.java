// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.Lines;
import io.dromedary.metricql.complete.Situation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cursor is the mark {@code ^} in each text. */
class SituationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "^                                   | AGGREGATOR METRIC FUNCTION REFERENCE | ``",
                "av^                                 | AGGREGATOR METRIC FUNCTION REFERENCE | av",
                "a^vg:m{*}                           | AGGREGATOR        | a",
                "ab^s(avg:m{*})                      | FUNCTION          | ab",
                "system.^cpu{*}                      | METRIC            | system.",
                "avg:^                               | METRIC            | ``",
                "avg: ^                              | METRIC            | ``",
                "avg:sys^                            | METRIC            | sys",
                "avg:system.cpu^.user{*}             | METRIC            | system.cpu",
                "avg:a{^                             | TAG_KEY           | ``",
                "avg:a{^}                            | TAG_KEY           | ``",
                "avg:a{en^                           | TAG_KEY           | en",
                "avg:a{en^v:prod}                    | TAG_KEY           | en",
                "avg:a{env:^                         | TAG_VALUE         | ``",
                "avg:a{env:^}                        | TAG_VALUE         | ``",
                "avg:a{env:^ by {host}               | TAG_VALUE         | ``",
                "avg:a{env:pr^od}                    | TAG_VALUE         | pr",
                "avg:a{env:prod,^}                   | TAG_KEY           | ``",
                "avg:a{env:prod,ho^}                 | TAG_KEY           | ho",
                "avg:a{env:prod,host:w^              | TAG_VALUE         | w",
                "avg:a{!^}                           | TAG_KEY           | ``",
                "avg:a{!env:^}                       | TAG_VALUE         | ``",
                "avg:a{env:prod ^}                   | SCOPE_OPERATOR    | ``",
                "avg:a{env:prod A^}                  | SCOPE_OPERATOR    | A",
                "avg:a{env:prod AND ^}               | TAG_KEY           | ``",
                "avg:a{env:prod AND NOT ^}           | TAG_KEY           | ``",
                "avg:a{env:prod AND (host:^          | TAG_VALUE         | ``",
                "avg:a{env ^}                        | SCOPE_OPERATOR    | ``",
                "avg:a{env IN (^                     | TAG_VALUE         | ``",
                "avg:a{env IN (pr^                   | TAG_VALUE         | pr",
                "avg:a{env IN (prod, ^)}             | TAG_VALUE         | ``",
                "avg:a{env NOT IN (prod,st^)}        | TAG_VALUE         | st",
                "avg:a{env IN (prod) ^}              | SCOPE_OPERATOR    | ``",
                "avg:a{env: ^}                       | TAG_VALUE         | ``",
                "`avg:a{env:\"my v^}`                | TAG_VALUE         | my v",
                "avg:a{url:http://x^}                | TAG_VALUE         | http://x",
                "avg:a{*}^                           | BY MODIFIER OPERATOR | ``",
                "avg:a{*} ^                          | BY MODIFIER OPERATOR | ``",
                "avg:a{*} b^                         | BY MODIFIER OPERATOR | b",
                "avg:a{*} by ^                       | NOTHING           | ``",
                "avg:a{*} by {^                      | GROUP_KEY         | ``",
                "avg:a{*} by {ho^                    | GROUP_KEY         | ho",
                "avg:a{*} by {host,^}                | GROUP_KEY         | ``",
                "avg:a{*} by {host ^}                | NOTHING           | ``",
                "avg:a{env:prod by {ho^              | GROUP_KEY         | ho",
                "avg:a{*} by {host}^                 | MODIFIER OPERATOR | ``",
                "avg:a{*}.^                          | MODIFIER          | ``",
                "avg:a{*}.ro^                        | MODIFIER          | ro",
                "avg:a{*} by {host}.^                | MODIFIER          | ``",
                "avg:a{*}.as_count().^               | MODIFIER          | ``",
                "avg:a{*}.rollup(^                   | MODIFIER_ARGUMENT | ``",
                "avg:a{*}.rollup(su^                 | MODIFIER_ARGUMENT | su",
                "avg:a{*}.rollup(sum, ^              | MODIFIER_ARGUMENT | ``",
                "avg:a{*}.fill(^)                    | MODIFIER_ARGUMENT | ``",
                "avg:a{*}.rollup(avg, 60)^           | MODIFIER OPERATOR | ``",
                "top(^                               | AGGREGATOR METRIC FUNCTION REFERENCE | ``",
                "top(avg:^                           | METRIC            | ``",
                "top(avg:a{*}, ^                     | FUNCTION_ARGUMENT | ``",
                "top(avg:a{*}, 10, ^                 | FUNCTION_ARGUMENT | ``",
                "top(avg:a{*}, 10, '^                | FUNCTION_ARGUMENT | ``",
                "top(avg:a{*}, 10, 'me^              | FUNCTION_ARGUMENT | me",
                "top(avg:a{*}, 10, 'me^', 'desc')    | FUNCTION_ARGUMENT | me",
                "top(avg:a{*}, 10, 'me^, 'desc')     | FUNCTION_ARGUMENT | me",
                "pow(avg:a{*}, ^                     | AGGREGATOR METRIC FUNCTION REFERENCE | ``",
                "abs(avg:a{*} ^                      | BY MODIFIER OPERATOR | ``",
                "abs(avg:a{*})^                      | MODIFIER OPERATOR | ``",
                "max(avg:a{*} by {x}) ^              | BY MODIFIER OPERATOR | ``",
                "max(avg:a{*} by {x}) by {^          | GROUP_KEY         | ``",
                "avg:a{*} + ^                        | AGGREGATOR METRIC FUNCTION REFERENCE | ``",
                "(^                                  | AGGREGATOR METRIC FUNCTION REFERENCE | ``",
                "avg:a{*} / $^                       | REFERENCE         | $",
                "avg:a{*} / $A^                      | REFERENCE         | $A",
                "avg:a{*} / #^                       | REFERENCE         | #",
                "#er^                                | REFERENCE         | #er",
                "avg:a{*}, ^                         | AGGREGATOR METRIC FUNCTION REFERENCE | ``",
                "5^                                  | NOTHING           | 5",
                "avg:a{*} // avg:^                   | NOTHING           | ``",
                "avg:a{*} /* {^                      | NOTHING           | ``",
                "count(v: ^                          | NOTHING           | ``",
                "count(v: v<=5):^                    | METRIC            | ``",
                "count(v: v<=5):a{^                  | TAG_KEY           | ``",
            })
    void knowsWhatMayStandAtTheCursor(String marked, String kinds, String prefix) {
        var situation = at(marked);
        assertThat(kinds(situation)).isEqualTo(kinds);
        assertThat(situation.prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:system.cpu^.user{*}      | system.cpu.user",
                "avg:a{en^v:prod}             | env",
                "avg:a{env:pr^od,host:a}      | prod",
                "avg:a{env:^}                 | ``",
                "avg:a{*} by {ho^st,env}      | host",
                "avg:a{*}.roll^up(avg, 60)    | rollup",
                "avg:a{*}.rollup(a^vg, 60)    | avg",
                "top(avg:a{*}, 10, 'me^an', 'desc') | mean",
                "top(avg:a{*}, 10, 'me^, 'desc')    | me",
            })
    void replacesTheWholeWord(String marked, String replaced) {
        var situation = at(marked);
        assertThat(marked.replace("^", "").substring(situation.from(), situation.to()))
                .isEqualTo(replaced);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:a.b{env:prod,host:^}                    | a.b | host | env:prod",
                "avg:a.b{env:prod AND NOT host:^}            | a.b | host | env:prod",
                "avg:a.b{env:prod AND (x:1 OR host:^}        | a.b | host | env:prod",
                "avg:a.b{(x:1 OR y:2) AND host IN (a,^)}     | a.b | host | (x:1 OR y:2)",
                "avg:c{*} / avg:a.b{^}                       | a.b | ``   | ``",
                "avg:a.b{*} by {^}                           | a.b | ``   | ``",
                "avg:c{*} / avg:a.b{env:prod} by {^          | a.b | ``   | ``",
                "max(avg:a.b{*} by {x}) by {^                | a.b | ``   | ``",
            })
    void knowsTheMetricTheKeyAndTheScopeSoFar(String marked, String metric, String key, String scope) {
        var situation = at(marked);
        assertThat(situation.metric()).isEqualTo(metric);
        assertThat(situation.key()).isEqualTo(key);
        assertThat(situation.scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "top(avg:a{*}, 10, ^                | top     | 2 | ``",
                "top(abs(avg:a{*}), 10, 'mean', '^  | top     | 3 | ``",
                "avg:a{*}.rollup(avg, ^             | rollup  | 1 | ``",
                "anomalies(avg:a{*}, 'basic', 2, direction='^ | anomalies | 3 | direction",
            })
    void knowsTheFunctionAndWhichArgumentItIs(String marked, String owner, int index, String name) {
        var situation = at(marked);
        assertThat(situation.owner()).isEqualTo(owner);
        assertThat(situation.index()).isEqualTo(index);
        assertThat(situation.key()).isEqualTo(name);
    }

    @Test
    void worksOverSeveralLines() {
        var situation = at("// load of the shop\navg:shop.load{\n  env:prod,\n  ho^\n} by {host}\n/ 100");
        assertThat(kinds(situation)).isEqualTo("TAG_KEY");
        assertThat(situation.prefix()).isEqualTo("ho");
        assertThat(situation.scope()).isEqualTo("env:prod");
        assertThat(kinds(at("avg:a{*} // done\n^"))).isEqualTo("BY MODIFIER OPERATOR");
        assertThat(kinds(at("avg:a{*}\n  .rollup(\n^"))).isEqualTo("MODIFIER_ARGUMENT");
    }

    static List<String> texts() {
        var texts = new ArrayList<>(Lines.valid());
        Lines.of("invalid.txt").forEach(line -> texts.add(line.substring(0, line.indexOf('\t'))));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void answersAtEveryPlaceOfEveryText(String text) {
        for (int cursor = 0; cursor <= text.length(); cursor++) {
            for (var seen : List.of(text, text.substring(0, cursor))) {
                var situation = Situation.at(seen, cursor);
                assertThat(situation.kinds()).isNotEmpty();
                assertThat(cursor).isBetween(situation.from(), situation.to());
                assertThat(situation.to()).isLessThanOrEqualTo(seen.length());
                assertThat(Suggestions.of(situation)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void answersQuicklyInVeryLongTexts() {
        for (var piece : List.of(",", "AND ", "(", "a:b,", "avg:a{", "'", "a by {")) {
            var text = "avg:a{" + piece.repeat(10_000);
            assertThat(Situation.at(text, text.length()).kinds()).isNotEmpty();
        }
    }

    private static Situation at(String marked) {
        return Situation.at(marked.replace("^", ""), marked.indexOf('^'));
    }

    private static String kinds(Situation situation) {
        return Stream.of(Kind.values()).filter(situation::is).map(Kind::name).collect(Collectors.joining(" "));
    }
}
