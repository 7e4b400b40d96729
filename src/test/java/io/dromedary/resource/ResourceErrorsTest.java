// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceErrorsTest {

    private final ResourceErrors errors = new ResourceErrors();

    @Test
    void tellsStatusSourceAndText() throws IOException {
        var failed = new FailedException(new Failure(429, Source.DOWNSTREAM, "too often"));

        var reply = errors.reply(new IllegalStateException("wrapped", failed));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers()).containsOnlyKeys("Content-Type");
        assertThat(json(reply)).isEqualTo(new ObjectMapper().readTree("""
                {"error":{"message":"too often","status":429,"source":"downstream"},"message":"too often"}"""));
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        assertThat(errors.reply(new MethodNotAllowedException("GET")).headers()).containsEntry("Allow", List.of("GET"));
    }

    @Test
    void keepsUnknownTextsBack() throws IOException {
        var reply = errors.reply(new IllegalStateException("hunter2"));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(json(reply).toString()).doesNotContain("hunter2").contains("\"source\":\"plugin\"");
    }

    private static JsonNode json(ResourceReply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }
}
