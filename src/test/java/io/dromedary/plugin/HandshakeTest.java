// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class HandshakeTest {

    @Test
    void isSaidOnce() {
        var out = new ByteArrayOutputStream();
        var handshake = new Handshake(new PrintStream(out, false, UTF_8));

        handshake.say("127.0.0.1:4711");
        handshake.say("127.0.0.1:4712");

        assertThat(out.toString(UTF_8)).isEqualTo("1|2|tcp|127.0.0.1:4711|grpc\n");
    }

    @Test
    void failsWhenNobodyListens() {
        var broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatThrownBy(() -> new Handshake(new PrintStream(broken, false, UTF_8)).say("127.0.0.1:4711"))
                .isInstanceOf(IllegalStateException.class);
    }
}
