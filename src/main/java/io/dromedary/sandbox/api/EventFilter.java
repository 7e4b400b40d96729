// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.events.Product;
import io.dromedary.sandbox.search.RefusedSearchException;
import io.dromedary.sandbox.search.Search;
import io.dromedary.sandbox.story.Event;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which events of a product are asked for.
 *
 * @param fromMs inclusive, epoch milliseconds
 * @param toMs exclusive; nothing is known of the future
 */
record EventFilter(Product product, Predicate<Event> test, long fromMs, long toMs) {

    private static final String USUAL_FROM = "now-15m";

    /** Reads the object {@code filter} of a body. */
    static EventFilter read(Product product, JsonNode filter, long nowMs) {
        return of(
                product,
                text(filter, "query", "*"),
                text(filter, "from", USUAL_FROM),
                text(filter, "to", "now"),
                LogIndexes.named(filter.path("indexes")),
                nowMs);
    }

    /** Reads parameters such as {@code filter[query]}. */
    static EventFilter read(Product product, Parameters parameters, long nowMs) {
        return of(
                product,
                parameters.text("filter[query]").orElse("*"),
                parameters.text("filter[from]").orElse(USUAL_FROM),
                parameters.text("filter[to]").orElse("now"),
                parameters.words("filter[indexes]"),
                nowMs);
    }

    private static EventFilter of(
            Product product, String query, String from, String to, List<String> indexes, long nowMs) {
        long fromMs = time("from", from, nowMs);
        long toMs = time("to", to, nowMs);
        if (fromMs > toMs) {
            throw refused(product, "Field 'filter.from,to' is invalid: 'from' should be anterior to 'to'", 422);
        }
        var test = search(product, query);
        if (product == Product.LOGS) {
            test = test.and(LogIndexes.in(indexes));
        }
        // what happens in this very millisecond is known
        return new EventFilter(product, test, fromMs, Math.min(toMs, nowMs) + 1);
    }

    /** Understands a search, or refuses it. */
    static Predicate<Event> search(Product product, String query) {
        try {
            return Search.of(query, product.facets());
        } catch (RefusedSearchException e) {
            throw refused(product, "Field 'filter.query' is invalid: " + e.text(), 400);
        }
    }

    private static RefusedCallException refused(Product product, String problem, int jsonApiStatus) {
        return product == Product.SPANS
                ? RefusedCallException.generic(jsonApiStatus, "invalid_argument(" + problem + ")")
                : RefusedCallException.badRequest("input_validation_error(" + problem + ")");
    }

    private static long time(String field, String text, long nowMs) {
        return Times.parse(text, nowMs)
                .orElseThrow(() -> RefusedCallException.badRequest("input_validation_error(Field 'filter." + field
                        + "' is invalid: expected a date, a number of milliseconds or date math such as now-15m)"));
    }

    private static String text(JsonNode filter, String field, String fallback) {
        var node = filter.path(field);
        return node.isMissingNode() || node.isNull() || node.isContainerNode() ? fallback : node.asText();
    }
}
