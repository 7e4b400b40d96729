// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import com.google.protobuf.UnsafeByteOperations;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CallResourceResponse;
import io.dromedary.proto.pluginv2.StringList;
import io.dromedary.resource.Parameters;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.util.List;
import java.util.Map;

/** Grafana's resource calls, to our model and back. The headers of the browser stay behind. Stateless. */
public final class ResourceMessages {

    /**
     * Reads a call.
     *
     * @throws io.dromedary.call.FailedException with status 400 if the URL's parameters cannot be decoded
     */
    public ResourceRequest request(CallResourceRequest call) {
        return new ResourceRequest(
                call.getMethod(),
                call.getPath(),
                parameters(call.getUrl()),
                call.getBody().toByteArray(),
                call.getPluginContext().getUser().getRole());
    }

    /** Writes the reply, with its status and headers. */
    public CallResourceResponse response(ResourceReply reply) {
        var response = CallResourceResponse.newBuilder()
                .setCode(reply.status())
                .setBody(UnsafeByteOperations.unsafeWrap(reply.body()));
        reply.headers()
                .forEach((name, values) -> response.putHeaders(
                        name, StringList.newBuilder().addAllValues(values).build()));
        return response.build();
    }

    /** Reads what is behind the question mark of the URL, which Grafana passes on undecoded. */
    private static Map<String, List<String>> parameters(String url) {
        var question = url.indexOf('?');
        return question < 0 ? Map.of() : Parameters.of(url.substring(question + 1));
    }
}
