// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import com.google.protobuf.UnsafeByteOperations;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CallResourceResponse;
import io.dromedary.proto.pluginv2.StringList;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grafana's resource calls, to our model and back. The headers of the browser stay behind. Stateless. */
public final class ResourceMessages {

    /** @throws FailedException with status 400 if the URL's parameters cannot be decoded */
    public ResourceRequest request(CallResourceRequest call) {
        return new ResourceRequest(
                call.getMethod(),
                call.getPath(),
                parameters(call.getUrl()),
                call.getBody().toByteArray());
    }

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
        var parameters = new LinkedHashMap<String, List<String>>();
        var question = url.indexOf('?');
        if (question < 0) {
            return parameters;
        }
        for (var pair : url.substring(question + 1).split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new FailedException(Failure.badRequest("The address holds a percent sign that encodes nothing"));
        }
    }
}
