// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.check.Checker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "%s:a{*}", "%s(avg:a{*})", "avg:a{*}.%s()", "avg:%s", "avg:a{*}.fill(%s)", "avg:a{*} %s"})
    void keepsMessagesShortWhateverIsPasted(String text) {
        assertThat(Checker.check(text.formatted("x".repeat(10_000))))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThanOrEqualTo(300));
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
