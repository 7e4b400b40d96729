// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which query of a panel refers to which. */
final class References {

    private final Map<String, List<Reference>> references = new HashMap<>();

    References(Map<String, Parsed> queries) {
        queries.forEach((refId, parsed) -> references.put(
                refId,
                parsed.expressions().stream()
                        .flatMap(expression -> Leaves.of(expression, Reference.class).stream())
                        .toList()));
    }

    /** Returns the references in a query, in the order of its text. */
    List<Reference> of(String refId) {
        return references.getOrDefault(refId, List.of());
    }

    /** Returns all that a query needs and then the query; what is needed stands before what needs it, cycles apart. */
    List<String> needed(String refId) {
        var order = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        open.push(refId);
        while (!open.isEmpty()) {
            var current = open.peek();
            if (seen.add(current)) {
                of(current).stream()
                        .map(Reference::refId)
                        .filter(other -> references.containsKey(other) && !seen.contains(other))
                        .forEach(open::push);
            } else {
                order.add(open.pop());
            }
        }
        return List.copyOf(order);
    }

    /** Returns a shortest way from one query to another, both included; a query is its own way to itself. */
    Optional<List<String>> path(String from, String to) {
        var cameFrom = new HashMap<String, String>();
        var waiting = new ArrayDeque<String>();
        cameFrom.put(from, "");
        waiting.add(from);
        while (!waiting.isEmpty()) {
            var current = waiting.remove();
            if (current.equals(to)) {
                return Optional.of(way(cameFrom, to));
            }
            for (var reference : of(current)) {
                if (cameFrom.putIfAbsent(reference.refId(), current) == null) {
                    waiting.add(reference.refId());
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> way(Map<String, String> cameFrom, String to) {
        var way = new ArrayList<String>();
        for (var at = to; !at.isEmpty(); at = cameFrom.getOrDefault(at, "")) {
            way.add(0, at);
        }
        return way;
    }
}
