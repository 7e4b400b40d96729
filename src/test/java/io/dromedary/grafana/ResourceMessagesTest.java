// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.StringList;
import io.dromedary.resource.ResourceReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceMessagesTest {

    private final ResourceMessages messages = new ResourceMessages();

    @Test
    void decodesWhatIsBehindTheQuestionMark() {
        var request = messages.request(CallResourceRequest.newBuilder()
                .setMethod("GET")
                .setPath("autocomplete/tag-values")
                .setUrl("autocomplete/tag-values?metric=a%2Fb&key=h%C3%B6st&key=two+words&flag&=x")
                .build());

        assertThat(request.path()).isEqualTo("autocomplete/tag-values");
        assertThat(request.query())
                .containsEntry("metric", List.of("a/b"))
                .containsEntry("key", List.of("höst", "two words"))
                .containsEntry("flag", List.of(""));
    }

    @Test
    void refusesAPercentSignThatEncodesNothing() {
        var call = CallResourceRequest.newBuilder().setUrl("x?y=%zz").build();

        assertThatThrownBy(() -> messages.request(call)).isInstanceOf(FailedException.class);
    }

    @Test
    void leavesTheBrowsersHeadersBehind() {
        var request = messages.request(CallResourceRequest.newBuilder()
                .setMethod("GET")
                .putHeaders(
                        "Cookie", StringList.newBuilder().addValues("secret").build())
                .build());

        assertThat(request.toString()).doesNotContain("secret");
    }

    @Test
    void passesStatusHeadersAndBodyOn() {
        var response =
                messages.response(new ResourceReply(405, Map.of("Allow", List.of("GET")), new byte[] {'n', 'o'}));

        assertThat(response.getCode()).isEqualTo(405);
        assertThat(response.getHeadersOrThrow("Allow").getValuesList()).containsExactly("GET");
        assertThat(response.getBody().toStringUtf8()).isEqualTo("no");
    }
}
