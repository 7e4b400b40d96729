// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.events.Archive;
import io.dromedary.sandbox.events.EventIds;
import io.dromedary.sandbox.events.EventSearch;
import io.dromedary.sandbox.events.Position;
import io.dromedary.sandbox.events.Product;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists and searches of all event-like products: one way to do it, many paths. */
final class EventEndpoints {

    private static final int USUAL = 10;
    private static final int MOST = 1000;

    /** Where a product is found. */
    private enum Door {
        LOGS(Product.LOGS, "/api/v2/logs/events", "logs_public_search_api"),
        SPANS(Product.SPANS, "/api/v2/spans/events", "spans_search"),
        RUM(Product.RUM, "/api/v2/rum/events", "rum_search"),
        AUDIT(Product.AUDIT, "/api/v2/audit/events", "audit_search"),
        EVENTS(Product.EVENTS, "/api/v2/events", "events_search"),
        CI_PIPELINES(Product.CI_PIPELINES, "/api/v2/ci/pipelines/events", "ci_search"),
        CI_TESTS(Product.CI_TESTS, "/api/v2/ci/tests/events", "ci_search"),
        SECURITY_SIGNALS(Product.SECURITY_SIGNALS, "/api/v2/security_monitoring/signals", "signals_search");

        private final Product product;
        private final String path;
        private final String bucket;

        Door(Product product, String path, String bucket) {
            this.product = product;
            this.path = path;
            this.bucket = bucket;
        }
    }

    private final Archive archive;

    EventEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> all() {
        return Stream.of(Door.values()).flatMap(this::endpoints).toList();
    }

    private Stream<Endpoint> endpoints(Door door) {
        var list = Endpoint.get(door.path, door.bucket, call -> list(door.product, call));
        var search = Endpoint.post(door.path + "/search", door.bucket, call -> search(door.product, call));
        return door == Door.SPANS ? Stream.of(list.withJsonApi(), search.withJsonApi()) : Stream.of(list, search);
    }

    private Json.Text list(Product product, Call call) {
        var parameters = call.parameters();
        return page(
                EventFilter.read(product, parameters, call.nowMs()),
                parameters.text("sort").orElse(""),
                parameters.number("page[limit]", USUAL, 1, MOST),
                parameters.text("page[cursor]").orElse(""),
                call.nowMs());
    }

    private Json.Text search(Product product, Call call) {
        var question = question(product, call.body());
        var page = question.path("page");
        return page(
                EventFilter.read(product, question.path("filter"), call.nowMs()),
                question.path("sort").asText(""),
                limit(page.path("limit")),
                page.path("cursor").asText(""),
                call.nowMs());
    }

    /** The search itself: spans wrap it. */
    static JsonNode question(Product product, byte[] body) {
        var root = body.length == 0 ? Json.object(new byte[] {'{', '}'}) : Json.object(body);
        return product == Product.SPANS ? root.path("data").path("attributes") : root;
    }

    private static long limit(JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return USUAL;
        }
        if (!limit.isIntegralNumber() || limit.asLong() < 1 || limit.asLong() > MOST) {
            throw RefusedCallException.badRequest(
                    "input_validation_error(Field 'page.limit' is invalid: must be between 1 and " + MOST + ")");
        }
        return limit.asLong();
    }

    private Json.Text page(EventFilter filter, String sort, long limit, String cursor, long nowMs) {
        if (!List.of("", "timestamp", "-timestamp").contains(sort)) {
            throw RefusedCallException.badRequest(
                    "input_validation_error(Field 'sort' is invalid: expected timestamp or -timestamp)");
        }
        var search = new EventSearch(
                filter.product(),
                filter.test(),
                filter.fromMs(),
                filter.toMs(),
                !sort.equals("timestamp"),
                (int) limit,
                after(filter.product(), cursor));
        return new EventPageJson(search, search.page(archive, nowMs));
    }

    private static @Nullable Position after(Product product, String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        return EventIds.after(cursor).orElseThrow(() -> {
            String problem = "input_validation_error(Field 'page' is invalid: invalid cursor)";
            // a Python dictionary in a text: recording
            return RefusedCallException.badRequest(
                    product == Product.EVENTS ? "{'errors': [u\"" + problem + "\"]}" : problem);
        });
    }
}
