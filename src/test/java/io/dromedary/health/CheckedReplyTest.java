// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.datadog.ReplyErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"valid\":true}", "{}", "{\"data\":{\"a\":[{}]},\"errors\":\"\"}", "{\"errors\":[],\"x\":1}"})
    void takesAnyObject(String reply) throws IOException {
        assertThat(read(reply)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"data\":[", "ok"})
    void refusesWhatIsNone(String reply) {
        assertThatThrownBy(() -> read(reply)).isInstanceOf(IOException.class);
    }

    @Test
    void findsTheErrorInsideASuccess() {
        assertThatThrownBy(() -> read("{\"data\":null,\"errors\":\"over budget\"}"))
                .isInstanceOf(ReplyErrorException.class)
                .hasMessage("over budget");
    }

    private static boolean read(String reply) throws IOException {
        return CheckedReply.read(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
    }
}
