// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"errors":"no such index"}                           | no such index
            {"errors":["a","b"],"data":null}                     | a; b
            {"data":[],"errors":[{"title":"t","detail":"d"}]}    | t: d
            {"status":"error","code":1,"error":"broken"}         | broken
            {"errors":["a"],"data":[{"id":"1"}]}                 |
            {"errors":[],"data":[]}                              |
            {"errors":null,"error":null,"message":"x"}           |
            {"data":[]}                                          |
            []                                                   |
            "errors"                                             |
            """)
    void tellsAReplyOfErrorsFromOneOfData(String reply, @Nullable String said) throws IOException {
        assertThat(ErrorBody.insteadOfData(new ObjectMapper().readTree(reply))).isEqualTo(Optional.ofNullable(said));
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
