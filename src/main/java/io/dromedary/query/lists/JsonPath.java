// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds values in a page of a list by the paths of {@link ListColumn}. What is not there, or not of the kind that a
 * path expects, is missing; nothing fails.
 */
final class JsonPath {

    private static final Pattern DOT = Pattern.compile("\\.");

    /** What a JSON:API reply delivers beside the rows, by type and id. */
    private final Map<String, JsonNode> included = new HashMap<>();

    JsonPath(JsonNode page) {
        for (var resource : page.path("included")) {
            included.put(key(resource), resource);
        }
    }

    /** Returns the first value that is there and not null. */
    JsonNode find(JsonNode row, ListColumn column) {
        for (var path : column.paths()) {
            var found = find(row, path);
            if (!found.isMissingNode() && !found.isNull()) {
                return found;
            }
        }
        return MissingNode.getInstance();
    }

    JsonNode find(JsonNode row, String path) {
        var node = row;
        if (path.isEmpty()) {
            return node;
        }
        var names = DOT.split(path);
        for (var i = 0; i < names.length; i++) {
            var name = names[i];
            if (name.startsWith(">")) {
                node = related(node, name.substring(1));
            } else if (name.endsWith("[]")) {
                var rest = String.join(".", Arrays.asList(names).subList(i + 1, names.length));
                return each(node.path(name.substring(0, name.length() - 2)), rest);
            } else if (name.equals("*") && !node.has(name)) {
                node = all(node);
            } else {
                node = node.path(name);
            }
        }
        return node;
    }

    /** Returns what is in all members of an object, as one list. */
    private static JsonNode all(JsonNode object) {
        var found = JsonNodeFactory.instance.arrayNode();
        for (var member : object) {
            if (member.isArray()) {
                member.forEach(found::add);
            } else {
                found.add(member);
            }
        }
        return found;
    }

    private JsonNode related(JsonNode row, String name) {
        var reference = row.path("relationships").path(name).path("data");
        return included.getOrDefault(key(reference), MissingNode.getInstance());
    }

    private JsonNode each(JsonNode list, String path) {
        if (!list.isArray()) {
            return MissingNode.getInstance();
        }
        var found = JsonNodeFactory.instance.arrayNode();
        for (var element : list) {
            var value = find(element, path);
            if (!value.isMissingNode() && !value.isNull()) {
                found.add(value);
            }
        }
        return found;
    }

    private static String key(JsonNode resource) {
        return resource.path("type").asText() + "/" + resource.path("id").asText();
    }
}
