// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.Filter.Operator;
import io.dromedary.metricql.change.VariableValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    private static final Map<String, VariableValue> VARIABLES = Map.of(
            "one", VariableValue.of("web"),
            "two", VariableValue.of("web", "a b"),
            "none", VariableValue.of(),
            "all", VariableValue.everything(),
            "words", VariableValue.of("status:error OR status:warn"),
            "quote", VariableValue.of("say \"hi\""),
            "nets", VariableValue.of("10.0.0.0/8", "13.0.0.0/8"),
            "blank", VariableValue.of(""),
            "some", VariableValue.of("", "web"));

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "service:$one | service:web",
                "service:${one} -host:[[one]] | service:web -host:web",
                "service:${one:csv} x | service:web x",
                "service:$two | service:(web OR \"a b\")",
                "-service:$two x | -service:(web OR \"a b\") x",
                "service:\"$two\" | service:(web OR \"a b\")",
                "service:$all x | service:* x",
                "service:\"$all\" | service:*",
                "service:$none x | x",
                "x AND service:$none | x",
                "service:$none OR x | x",
                "NOT service:$none | *",
                "(service:$none) (a OR env:$none) | a",
                "host:srv-$one-* | host:srv-web-*",
                "host:srv-$two | host:(srv-web OR \"srv-a b\")",
                "@url:\"/x/$quote\" | @url:\"/x/say \\\"hi\\\"\"",
                "@$one.id:5 | @web.id:5",
                "$words host:a | (status:error OR status:warn) host:a",
                "$two | web OR (a b)",
                "$all | *",
                "service:(a OR $one) | service:(a OR web)",
                "service:(a OR $none) | service:(a)",
                "@d:>$one | @d:>web",
                "cost:\\$one | cost:\\$one",
                "[[one]] | web",
                "CIDR(@network.client.ip, $nets) x | CIDR(@network.client.ip, 10.0.0.0/8, 13.0.0.0/8) x",
                "-CIDR(@ip,2001:db8::/32,${nets:csv}) | -CIDR(@ip,2001:db8::/32,10.0.0.0/8, 13.0.0.0/8)",
                "CIDR(@ip, $quote) | CIDR(@ip, \"say \\\"hi\\\"\")",
                "CIDR(@ip, $all) x | x",
                "CIDR(@ip, $none) x | x",
                "$blank:a x | x",
                "$some:a x | web:a x",
                "$blank:(a OR b) x | x",
                "$none:(a OR b) x | x",
            })
    void putsVariablesIn(String text, String expected) {
        assertThat(SearchText.complete(text, VARIABLES, List.of())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service:web  status:(error OR warn) -@http.status_code:[200 TO 299]",
                "@duration:>=5 AND NOT (a OR \"b c\")",
                "*:needle host:web-?* -5 !x",
                "CIDR(@network.client.ip, 13.0.0.0/8, 15.0.0.0/8) x",
                "@http.url:http\\://a/\\(b\\)",
                "@t:{1 TO 5} a\\ b",
                "日本:値 \"unicode ✓\"",
            })
    void leavesASearchAsItIsWritten(String text) {
        var parsed = SearchParser.parse(text);

        assertThat(parsed.problems()).isEmpty();
        assertThat(SearchText.complete(text, Map.of(), List.of())).isEqualTo(text);
        assertThat(SearchParser.parse(SearchPrinter.print(parsed.search())).search())
                .isEqualTo(parsed.search());
    }

    @Test
    void findsEverythingWithNothing() {
        assertThat(SearchText.complete("  ", Map.of(), List.of())).isEqualTo("*");
        assertThat(SearchText.complete("*", Map.of(), List.of(filter("a", Operator.EQUALS, "b"))))
                .isEqualTo("a:b");
    }

    @Test
    void addsFilters() {
        assertThat(filtered("a OR b", filter("@http.method", Operator.EQUALS, "GET")))
                .isEqualTo("(a OR b) @http.method:GET");
        assertThat(filtered("x", filter("service", Operator.NOT_EQUALS, "web"))).isEqualTo("x -service:web");
        assertThat(filtered("x", filter("service", Operator.ONE_OF, "a", "b c")))
                .isEqualTo("x service:(a OR \"b c\")");
        assertThat(filtered("x", filter("service", Operator.NOT_ONE_OF, "a", "b")))
                .isEqualTo("x -service:(a OR b)");
        assertThat(filtered("x", filter("host", Operator.MATCHES, "web-.*|db"))).isEqualTo("x host:(web-* OR db)");
        assertThat(filtered("x", filter("host", Operator.NOT_MATCHES, "web.*"))).isEqualTo("x -host:web*");
        assertThat(filtered("x", filter("host", Operator.EQUALS, ""))).isEqualTo("x -host:*");
        assertThat(filtered("x", filter("host", Operator.NOT_EQUALS, ""))).isEqualTo("x host:*");
        assertThat(filtered("x", filter("url", Operator.EQUALS, "http://a?b=1")))
                .isEqualTo("x url:\"http://a?b=1\"");
        assertThat(filtered("x", filter("k", Operator.EQUALS, "OR"))).isEqualTo("x k:\"OR\"");
        assertThat(filtered("x", filter("k", Operator.EQUALS, "a) OR (b"))).isEqualTo("x k:\"a) OR (b\"");
    }

    @Test
    void refusesWhatCannotBeSaid() {
        assertThatThrownBy(() -> filtered("x", filter("a b", Operator.EQUALS, "c")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("a b");
        assertThatThrownBy(() -> SearchText.complete("a:$missing", VARIABLES, List.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("$missing");
        assertThatThrownBy(() -> SearchText.complete("service:(web", Map.of(), List.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("character 1");
    }

    @ParameterizedTest(name = "{0} at {1} to {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "service:(web | 0 | 9 | not closed",
                "(a OR b | 0 | 1 | not closed",
                "a ) b | 2 | 3 | closes nothing",
                "a OR | 4 | 4 | expected a word or facet:value behind OR",
                "OR a | 0 | 2 | expected a word",
                "a AND AND b | 6 | 9 | expected a word",
                "a \"b | 2 | 3 | not closed",
                "status: x | 7 | 7 | expected a value behind status:",
                "@d:[1 TO | 3 | 4 | expected ]",
                "@d:[1,5] | 3 | 8 | two ends",
                "() | 1 | 2 | expected a word",
                "a NOT | 5 | 5 | expected a word",
            })
    void saysWhatIsWrongAndWhere(String text, int from, int to, String message) {
        assertThat(SearchParser.parse(text).problems()).first().satisfies(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.message()).contains(message);
            assertThat(List.of(problem.from(), problem.to())).containsExactly(from, to);
        });
    }

    @Test
    void readsAnythingWithoutFailing() {
        for (var text : List.of(
                "(".repeat(5_000),
                ")".repeat(5_000),
                "-".repeat(5_000),
                "a:(".repeat(3_000),
                "\\",
                ":",
                "a:\"",
                "[",
                "$",
                "${",
                "AND",
                "a:[",
                "NOT NOT")) {
            assertThat(SearchParser.parse(text).problems())
                    .as(text)
                    .allSatisfy(problem -> assertThat(problem)
                            .extracting(Problem::to)
                            .satisfies(to -> assertThat(to).isLessThanOrEqualTo(text.length())));
        }
    }

    @Test
    void tellsOfAHundredProblemsAtMost() {
        assertThat(SearchParser.parse(") ".repeat(30_000)).problems()).hasSize(Problem.MOST);
    }

    private static String filtered(String text, Filter filter) {
        return SearchText.complete(text, Map.of(), List.of(filter));
    }

    private static Filter filter(String key, Operator operator, String... values) {
        return new Filter(key, operator, List.of(values));
    }
}
