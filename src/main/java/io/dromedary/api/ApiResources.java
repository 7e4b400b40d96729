// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.instance.SettingsSource;
import io.dromedary.resource.Parameters;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resource calls over HTTP: the same resources that Grafana's editors ask for. Stateless. */
public final class ApiResources {

    private static final String ROOT = "/api/v1/";
    private static final JsonFactory JSON = new JsonFactory();

    private final ConfiguredInstances instances;

    public ApiResources(ConfiguredInstances instances) {
        this.instances = instances;
    }

    /**
     * Returns the call as resources take it.
     *
     * @param path of the address, for example {@code /api/v1/query/validate}
     * @param parameters behind the question mark, not decoded, may be empty
     * @throws FailedException with status 400 if the address cannot be decoded
     */
    public ResourceRequest request(String method, String path, String parameters, byte @Nullable [] body) {
        return new ResourceRequest(
                method,
                path.startsWith(ROOT) ? path.substring(ROOT.length()) : path,
                Parameters.of(parameters),
                body == null ? new byte[0] : body);
    }

    /**
     * Returns the instance that a call is for: parameter {@code instance}, else the member of that name of its body,
     * else the only one there is.
     *
     * @throws FailedException with status 404 and the names there are, or 400 if that member is no text
     */
    public SettingsSource instance(ResourceRequest request) {
        var named = request.parameter("instance");
        var member = member(request.body());
        return instances.named(named.isEmpty() ? member : named);
    }

    /** Returns what goes out over HTTP for the reply of a resource. */
    public ApiReply reply(ResourceReply reply) {
        var type = reply.headers().getOrDefault("Content-Type", List.of("application/json"));
        return new ApiReply(reply.status(), Map.of("Content-Type", type.get(0)), reply.body());
    }

    /** Reads the member at the top level; whoever answers tells what else is wrong with the body. */
    private static String member(byte[] body) {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = json.currentName().equals("instance");
                var value = json.nextToken();
                if (found) {
                    if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                        throw new FailedException(Failure.badRequest("Member \"instance\" must be a text"));
                    }
                    return value == JsonToken.VALUE_STRING ? json.getText() : "";
                }
                json.skipChildren();
            }
            return "";
        } catch (IOException notJson) {
            return "";
        }
    }
}
