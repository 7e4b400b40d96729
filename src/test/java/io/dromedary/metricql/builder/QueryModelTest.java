// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.metricql.Lines;
import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.builder.QueryModel.Part;
import io.dromedary.metricql.builder.QueryModel.Step;
import io.dromedary.metricql.builder.QueryModel.TagFilter;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Leaves;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueryModelTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsAQueryAsAForm() {
        var text = "top(abs(avg:shop.load{env:prod,!host:a*} by {host}.rollup(max, 60)), 5, 'mean', 'desc') / 2";
        assertThat(model(text))
                .isEqualTo(new QueryModel(
                        List.of(new Part(
                                "a",
                                "shop.load",
                                "avg",
                                List.of(
                                        new TagFilter("env", "=", List.of("prod")),
                                        new TagFilter("host", "!=", List.of("a*"))),
                                List.of("host"),
                                List.of(new Step("rollup", List.of("max", "60"))),
                                List.of(
                                        new Step("abs", List.of()),
                                        new Step("top", List.of("5", "'mean'", "'desc'"))))),
                        "a / 2"));
    }

    @Test
    void showsEqualQueriesOnceAndTheRestAsFormula() {
        var model = model("abs(sum:a{x IN (1,2)} - sum:b{$scope}) / sum:a{x IN (1,2)} + $C");
        assertThat(model.formula()).isEqualTo("abs(a - b) / a + $C");
        assertThat(model.queries()).extracting(Part::metric).containsExactly("a", "b");
        assertThat(model.queries().get(0).filters()).containsExactly(new TagFilter("x", "=|", List.of("1", "2")));
        assertThat(model.queries().get(1).filters()).containsExactly(new TagFilter("$scope", "tag", List.of()));
    }

    static List<String> texts() {
        return Lines.valid();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsTheWayBackOrSaysWhatItCannotHold(String text) throws JsonProcessingException {
        var parsed = Parser.parse(text);
        var reading = ModelReader.read(parsed);
        if (reading.model().isEmpty()) {
            assertThat(reading.cannotHold()).isNotEmpty();
            assertThat(text).containsPattern("(?i)OR|,|count\\(|NOT \\(|//|/\\*");
            return;
        }
        assertThat(reading.cannotHold()).isEmpty();
        var json = JSON.writeValueAsString(reading.model().get());
        var again = JSON.readValue(json, QueryModel.class);
        assertThat(again).isEqualTo(reading.model().get());
        var written = Parser.parse(ModelWriter.write(again)).expression();
        assertThat(model(ModelWriter.write(again))).isEqualTo(again);
        assertThat(Leaves.queries(written)).hasSameSizeAs(Leaves.queries(parsed.expression()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avg:a{x:1 OR y:2}            | not OR or NOT round several: x:1 OR y:2",
                "avg:a{NOT (x:1 AND y:2)}     | not OR or NOT round several: NOT (x:1 AND y:2)",
                "count(v: v<=5):a{*}          | no condition on values",
                "avg:a{*}, avg:b{*}           | one expression",
                "avg:a{*} // of the shop      | no comments",
                "/* first */ avg:a{url:http://x} | no comments",
                "avg:a{*                      | expected }",
                "trend_$x(avg:a{*})           | no variable in the name of a function: trend_$x",
            })
    void saysWhatItCannotHold(String text, String message) {
        var reading = ModelReader.read(Parser.parse(text));
        assertThat(reading.model()).isEmpty();
        assertThat(reading.cannotHold()).first().asString().contains(message);
    }

    @Test
    void takesAFormWithHardlyAnythingInIt() throws JsonProcessingException {
        var model = JSON.readValue("{\"queries\":[{\"metric\":\"a.b\"}]}", QueryModel.class);
        assertThat(ModelWriter.write(model)).isEqualTo("a.b{*}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                        | has no query",
                "{\"queries\":[{\"name\":\"a\"}]}                          | has no metric",
                "{\"queries\":[{\"name\":\"a\",\"metric\":\"a b\"}]}       | cannot be written",
                "{\"queries\":[{\"name\":\"a\",\"metric\":\"a{*} by {x} + b\"}]} | cannot be written",
                "{\"queries\":[{\"name\":\"a\",\"metric\":\"m\"},{\"name\":\"a\",\"metric\":\"n\"}]} | two queries of the form are called a",
                "{\"queries\":[{\"metric\":\"m\",\"functions\":[{\"name\":\"evil)\",\"arguments\":[]}]}]} | is no name of a function",
                "{\"queries\":[{\"metric\":\"m\",\"functions\":[{\"name\":\"m{*} + abs\",\"arguments\":[]}]}]} | is no name of a function",
                "{\"queries\":[{\"name\":\"a\",\"metric\":\"m\"}],\"formula\":\"a +\"} | the formula a + cannot be read",
                "{\"queries\":[{\"name\":\"a\",\"metric\":\"m\"}],\"formula\":\"a + b\"} | the formula a + b cannot be read",
                "{\"queries\":[{\"metric\":\"m\",\"filters\":[{\"key\":\"x\",\"operator\":\"<\",\"values\":[\"1\"]}]}]} | tags do not have",
                "{\"queries\":[{\"metric\":\"m\",\"modifiers\":[{\"name\":\"rollup\",\"arguments\":[\"1) + (\"]}]}]} | is no argument",
            })
    void refusesAFormThatIsNoQuery(String json, String message) throws JsonProcessingException {
        var model = JSON.readValue(json, QueryModel.class);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ModelWriter.write(model))
                .withMessageContaining(message);
    }

    @Test
    void refusesMoreFunctionsThanTheLanguageNests() {
        for (int functions : new int[] {100, 50_000}) {
            var steps = Collections.nCopies(functions, new Step("abs", List.of()));
            var part = new Part("a", "m", "", List.of(), List.of(), List.of(), steps);
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> ModelWriter.write(new QueryModel(List.of(part), "")))
                    .withMessageContaining("too many functions");
        }
    }

    private static QueryModel model(String text) {
        return ModelReader.read(Parser.parse(text)).model().orElseThrow();
    }
}
