// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.util.Locale;

/**
 * Tells an editor which addresses can be read as tables:
 * {@code {"items":[{"text":"/api/v2/team","parameters":[{"name","required"}]}],"complete":true}}.
 */
public final class EndpointChoices {

    private final ResourceJson json;

    public EndpointChoices(ResourceJson json) {
        this.json = json;
    }

    /** Returns the addresses that have {@code query} in them, in any case of letters. */
    public ResourceReply reply(ResourceRequest request) {
        var wanted = request.parameter("query").toLowerCase(Locale.ROOT);
        var answer = json.object();
        var items = answer.putArray("items");
        for (var endpoint : Endpoints.all()) {
            if (endpoint.path().contains(wanted)) {
                write(endpoint, items.addObject());
            }
        }
        return json.reply(answer.put("complete", true));
    }

    private static void write(Endpoint endpoint, ObjectNode item) {
        item.put("text", endpoint.path());
        var parameters = item.putArray("parameters");
        endpoint.parts()
                .forEach(part -> parameters.addObject().put("name", part).put("required", true));
        endpoint.parameters()
                .forEach(parameter ->
                        parameters.addObject().put("name", parameter.name()).put("required", parameter.required()));
    }
}
