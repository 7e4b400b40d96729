// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.events.Archive;
import io.dromedary.sandbox.events.EventIds;
import io.dromedary.sandbox.events.EventSearch;
import io.dromedary.sandbox.events.Position;
import io.dromedary.sandbox.events.Product;
import io.dromedary.sandbox.story.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Single events, and lists of them as v1 shows them: seconds, and numbers for ids. */
final class ClassicEventEndpoints {

    private static final int MOST = 1000;
    private static final long LATEST_SECONDS = 100_000_000_000L;
    /** How far back an event is looked for by its number. */
    private static final long REMEMBERED_MS = 30L * 24 * 3_600_000;

    private final Archive archive;

    ClassicEventEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/events", "events", this::list),
                Endpoint.get("/api/v1/events/*", "events", this::numbered),
                Endpoint.get("/api/v2/events/*", "events_search", this::one));
    }

    private Json.Text list(Call call) {
        var parameters = call.parameters();
        parameters.required("start");
        parameters.required("end");
        long from = parameters.number("start", 0, 0, LATEST_SECONDS) * 1000;
        long to = parameters.number("end", 0, 0, LATEST_SECONDS) * 1000;
        if (from > to) {
            throw RefusedCallException.badRequest("The query start time must be before the end time");
        }
        var filter = tagged(parameters.words("tags"))
                .and(any("source", parameters.text("sources").orElse("")))
                .and(any("priority", parameters.text("priority").orElse("")));
        var events = search(filter, from, Math.min(to, call.nowMs()) + 1, MOST, call.nowMs());
        return Tree.text(Tree.object(
                "events", events.stream().map(ClassicEventEndpoints::classic).toList()));
    }

    private static Predicate<Event> tagged(List<String> tags) {
        return event -> event.origin().tags().containsAll(tags);
    }

    private static Predicate<Event> any(String facet, String values) {
        var wanted = List.of(values.split(",", -1));
        return values.isEmpty()
                ? event -> true
                : event -> Product.EVENTS.facets().values(event, facet).stream()
                        .anyMatch(value -> wanted.contains(value.toString()));
    }

    private Json.Text numbered(Call call) {
        long from = call.nowMs() - REMEMBERED_MS;
        return search(
                        event -> Long.toString(event.number()).equals(call.name()),
                        from,
                        call.nowMs() + 1,
                        1,
                        call.nowMs())
                .stream()
                .findFirst()
                .map(event -> Tree.text(Tree.object("event", classic(event))))
                .orElseThrow(() -> RefusedCallException.notFound("No event matches that event_id."));
    }

    private Json.Text one(Call call) {
        return EventIds.position(call.name())
                .flatMap(place -> at(place, call.nowMs()))
                .<Json.Text>map(event -> out -> {
                    out.writeStartObject();
                    out.writeFieldName("data");
                    EventPageJson.write(out, Product.EVENTS, event);
                    out.writeEndObject();
                })
                .orElseThrow(() -> RefusedCallException.notFound("Event not found"));
    }

    private Optional<Event> at(Position place, long nowMs) {
        boolean past = place.ms() >= 0 && place.ms() <= nowMs;
        return past
                ? search(event -> event.key() == place.key(), place.ms(), place.ms() + 1, 1, nowMs).stream()
                        .findFirst()
                : Optional.empty();
    }

    private List<Event> search(Predicate<Event> filter, long fromMs, long toMs, int limit, long nowMs) {
        return new EventSearch(Product.EVENTS, filter, fromMs, toMs, true, limit, null)
                .page(archive, nowMs)
                .events();
    }

    private static Map<String, @Nullable Object> classic(Event event) {
        long id = event.number();
        return Tree.object(
                "id",
                id,
                "id_str",
                Long.toString(id),
                "title",
                text(event, "title"),
                "text",
                String.valueOf(event.content().getOrDefault("message", "")),
                "date_happened",
                event.timestampMs() / 1000,
                "tags",
                event.origin().tags(),
                "host",
                event.origin().host().isEmpty() ? null : event.origin().host(),
                "source",
                text(event, "source"),
                "priority",
                text(event, "priority"),
                "alert_type",
                switch (event.status()) {
                    case "error" -> "error";
                    case "warn" -> "warning";
                    case "ok" -> "success";
                    default -> "info";
                },
                "url",
                "/event/event?id=" + id);
    }

    private static String text(Event event, String facet) {
        return Product.EVENTS.facets().values(event, facet).stream()
                .findFirst()
                .map(Object::toString)
                .orElse("");
    }
}
