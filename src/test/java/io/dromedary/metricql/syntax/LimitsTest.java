// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.complete.Situation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long and deep texts: answered, with an error where they go too far, on a small stack. */
class LimitsTest {

    @Test
    void readsAThousandOperandsAsOneChain() {
        var text = "avg:a{*} + ".repeat(1_000) + "avg:a{*}";
        var parsed = Parser.parse(text);
        assertThat(Checker.check(parsed)).isEmpty();
        assertThat(Printer.print(parsed.expression())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "abs(", "-", "+", "avg(", "1+(", "avg:a{NOT ", "avg:a{!", "avg:a{(", "1*-(", "abs(a="})
    void refusesWhatIsTooDeep(String opening) {
        var start = opening.startsWith("avg:a{") ? "avg:a{" : "";
        var text = start + opening.substring(start.length()).repeat(5_000);
        assertThat(Checker.check(text))
                .anySatisfy(problem -> assertThat(problem.message()).contains("nested deeper than 100 levels"))
                .hasSizeLessThan(20);
    }

    @Test
    void takesWhatIsDeepButReasonable() {
        var text = "abs(".repeat(50) + "avg:a{*}" + ")".repeat(50);
        assertThat(Checker.check(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "$",
                "${",
                "[[",
                "'",
                "\\",
                "\"\\",
                "a.",
                "1e",
                "#",
                "/*",
                "avg:a{b ",
                ",",
                "a:b:",
                "a(b:"
            })
    void answersTenThousandCharactersOfAnything(String piece) {
        var text = piece.repeat(10_000 / piece.length());
        assertThat(Parser.parse(text).expressions()).isNotEmpty();
        assertThat(Checker.check("avg:a{" + text)).hasSizeBetween(1, 400);
    }

    /** What costs the square of a text's length would take minutes here, not milliseconds. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, [[a:, ``",
                "avg:a{, [[a:, ``",
                "avg:a{, =, =:b}",
                "avg:a{$b, =, }",
                "``, '', ``",
                "``, `#+,`, ``",
                "avg:a{, `a `, }"
            })
    void readsLongTextsInTimeThatGrowsWithTheirLength(String start, String piece, String end) {
        var text = start + piece.repeat(240_000 / piece.length()) + end;
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThat(Checker.check(text)).hasSizeLessThan(200);
            assertThat(Situation.at(text, text.length())).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "%s:a{*}", "%s(avg:a{*})", "avg:a{*}.%s()", "avg:%s", "avg:a{*}.fill(%s)", "avg:a{*} %s"})
    void keepsMessagesShortWhateverIsPasted(String text) {
        assertThat(Checker.check(text.formatted("x".repeat(10_000))))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThanOrEqualTo(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"avg:a{b %s}", "top(avg:a{*}, 5, '%s')"})
    void cutsNoCharacterInTwo(String text) {
        for (int letters = 0; letters < 2; letters++) {
            var odd = "x".repeat(letters) + "😀".repeat(400);
            assertThat(Checker.check(text.formatted(odd)))
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.message())
                            .isEqualTo(new String(problem.message().getBytes(UTF_8), UTF_8)));
        }
    }

    @Test
    void needsHalfAMegabyteOfStack() throws InterruptedException {
        var texts = List.of("(".repeat(9_000), "abs(".repeat(100) + "1" + ")".repeat(100), "1" + "+1".repeat(5_000));
        var done = new ArrayList<String>();
        var thread = new Thread(
                null,
                () -> texts.forEach(text -> {
                    done.add(Printer.print(Parser.parse(text).expressions()));
                    Checker.check(text);
                }),
                "small stack",
                512 * 1024);
        thread.start();
        thread.join();
        assertThat(done).hasSize(3);
    }
}
