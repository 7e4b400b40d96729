// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.JsonTrees;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds the requests for the pages of a list. Equal queries make equal requests, so that they share a reply. */
final class ListRequests {

    private ListRequests() {}

    /**
     * @param id in the place of {@code {id}} in the path; empty where there is none
     * @param size rows in a page
     * @param position where the page begins, empty for the first one of a cursor
     */
    static DatadogRequest<JsonNode> page(ListQuery query, String id, int size, String position) {
        var source = query.mode().source();
        var paging = source.paging();
        var parameters = new LinkedHashMap<>(source.parametersOf(query));
        if (!paging.size().isEmpty()) {
            parameters.put(paging.size(), Integer.toString(size));
        }
        if (!paging.position().isEmpty() && !position.isEmpty()) {
            parameters.put(paging.position(), position);
        }
        var path = source.path().replace("{id}", segment(id));
        var body = source.body();
        return body == null
                ? DatadogRequest.get(path, encoded(parameters), JsonTrees::read)
                : new DatadogRequest<>(
                        DatadogRequest.Method.POST,
                        path,
                        encoded(parameters),
                        json(body.of(query, id)),
                        JsonTrees::read);
    }

    /**
     * Returns a value as a part of a path.
     *
     * @throws FailedException 400 for what would lead to another path
     */
    static String segment(String value) {
        if (value.equals(".") || value.equals("..")) {
            throw new FailedException(Failure.badRequest("An id must not be made of dots; choose another one"));
        }
        return encoded(value);
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(Map<String, Object> body) {
        try {
            return JsonTrees.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can be written", e);
        }
    }
}
