// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ErrorBodyTest {

    @Test
    void saysNothingWhereNothingIsSaid() {
        assertThat(ErrorBody.text(" \n ")).isEmpty();
        assertThat(ErrorBody.text("{\"errors\":null}")).isEmpty();
    }

    @Test
    void isNotLedAstrayByDepth() {
        assertThat(ErrorBody.text("[".repeat(30_000))).isEmpty();
        assertThat(ErrorBody.text("{\"errors\":".repeat(900) + "\"deep\"" + "}".repeat(900)))
                .contains("deep");
    }

    @Test
    void listsFiveTextsAtMost() {
        assertThat(ErrorBody.text("{\"errors\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]}"))
                .contains("1; 2; 3; 4; 5");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksOnceAtAPageOfHalfTags() {
        assertThat(ErrorBody.text("<title".repeat(10_000))).contains("a web page");
        assertThat(ErrorBody.text("<TITLE a=b> Access\ndenied " + "<title".repeat(10_000)))
                .contains("web page \"Access\ndenied\"");
    }

    @Property
    boolean neverFails(
            @ForAll @Chars({'{', '}', '[', ']', '"', ':', ',', '<', '>', '/', '\\'}) @CharRange(from = 'a', to = 'f')
                    String body) {
        return ErrorBody.text(body) != null && ErrorBody.text("{\"errors\":" + body + "}") != null;
    }
}
