// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Replies with one member that is missing or of another type than Datadog says. */
public final class DamagedReplies {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DamagedReplies() {}

    /**
     * A reply.
     *
     * @param damage what was done to it, for messages
     */
    public record Damaged(String damage, JsonNode reply) {}

    /** Returns the original with two elements of each list, so that no place is damaged a hundred times. */
    public static JsonNode shortened(JsonNode original) {
        if (original instanceof ArrayNode array) {
            var few = NODES.arrayNode();
            for (var i = 0; i < Math.min(2, array.size()); i++) {
                few.add(shortened(array.get(i)));
            }
            return few;
        }
        if (original instanceof ObjectNode object) {
            var same = NODES.objectNode();
            object.fields().forEachRemaining(member -> same.set(member.getKey(), shortened(member.getValue())));
            return same;
        }
        return original;
    }

    /**
     * Returns a reply for each member of the original and each first element, at any depth, and each kind of damage.
     */
    public static Stream<Damaged> of(JsonNode original) {
        return damaged(original, others());
    }

    /** Returns the commonest damages: a member is missing, null, or of another type. */
    public static Stream<Damaged> common(JsonNode original) {
        return damaged(
                original,
                List.of(NODES.nullNode(), NODES.textNode("x"), NODES.arrayNode().add(1)));
    }

    private static Stream<Damaged> damaged(JsonNode original, List<JsonNode> others) {
        return places("", original).stream()
                .flatMap(place -> Stream.concat(
                        Stream.of(new Damaged(place + " is missing", removed(original, place))),
                        others.stream()
                                .map(other ->
                                        new Damaged(place + " is " + cut(other), replaced(original, place, other)))));
    }

    /** Returns replies with a very long text in one of the first places that hold one. */
    public static Stream<Damaged> enlarged(JsonNode original) {
        var text = NODES.textNode("x".repeat(1 << 20));
        return places("", original).stream()
                .filter(place -> original.at(place).isTextual())
                .limit(8)
                .map(place -> new Damaged(place + " is long", replaced(original, place, text)));
    }

    private static List<JsonNode> others() {
        JsonNode deep = NODES.textNode("bottom");
        for (var depth = 0; depth < 50; depth++) {
            deep = depth % 2 == 0
                    ? NODES.objectNode().set("deeper", deep)
                    : NODES.arrayNode().add(deep);
        }
        return List.of(
                NODES.nullNode(),
                NODES.textNode(""),
                NODES.textNode("12.5"),
                NODES.textNode("25/11/2026 11:30"),
                NODES.numberNode(-7),
                NODES.numberNode(1e300),
                NODES.numberNode(new java.math.BigInteger("98765432109876543210")),
                NODES.booleanNode(true),
                NODES.arrayNode(),
                NODES.objectNode(),
                NODES.arrayNode().add(NODES.nullNode()).add("a").add(1).add(NODES.objectNode()),
                deep);
    }

    private static String cut(JsonNode node) {
        var text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static List<String> places(String at, JsonNode node) {
        var places = new ArrayList<String>();
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(member -> {
                var place = at + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
                places.add(place);
                places.addAll(places(place, member.getValue()));
            });
        } else if (node instanceof ArrayNode array) {
            // the second one is there to have something beside the damage
            if (!array.isEmpty()) {
                places.add(at + "/0");
                places.addAll(places(at + "/0", array.get(0)));
            }
        }
        return places;
    }

    private static JsonNode removed(JsonNode original, String place) {
        var copy = original.deepCopy();
        var parent = parent(copy, place);
        if (parent instanceof ObjectNode object) {
            object.remove(name(place));
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name(place)));
        }
        return copy;
    }

    private static JsonNode replaced(JsonNode original, String place, JsonNode other) {
        var copy = original.deepCopy();
        var parent = parent(copy, place);
        if (parent instanceof ObjectNode object) {
            object.set(name(place), other);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name(place)), other);
        }
        return copy;
    }

    private static JsonNode parent(JsonNode root, String place) {
        return Objects.requireNonNull(root.at(place.substring(0, place.lastIndexOf('/'))));
    }

    private static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }
}
