// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the rows in replies about which nothing is known. */
final class FoundRows {

    private static final int MAX_DEPTH = 3;

    private FoundRows() {}

    /**
     * Returns the reply if it is a list, else the list that is nearest to its root, else the object that it is about.
     */
    static JsonNode of(JsonNode reply) {
        if (reply.isArray()) {
            return reply;
        }
        var level = List.of(reply);
        for (var depth = 0; depth < MAX_DEPTH; depth++) {
            for (var object : level) {
                for (var member : object) {
                    if (member.isArray() && member.size() > 0 && member.get(0).isObject()) {
                        return member;
                    }
                }
            }
            level = level.stream().flatMap(FoundRows::objects).toList();
        }
        var data = reply.path("data");
        return data.isContainerNode() ? data : reply;
    }

    private static Stream<JsonNode> objects(JsonNode object) {
        return StreamSupport.stream(object.spliterator(), false).filter(JsonNode::isObject);
    }
}
