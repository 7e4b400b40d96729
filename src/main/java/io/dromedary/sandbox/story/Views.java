// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What browsers report: the visits' sessions, views, clicks, calls of the shop, and errors people saw. */
public final class Views extends TraceChronicle {

    /** The browser's part of the shop, as a service. */
    public static final String SERVICE = "web-ui";

    private static final String APPLICATION = "5c1f7a52-8a0e-4c07-9a55-2f1b7d3e9c41";
    private static final double NEW_SESSIONS = 0.12;
    private static final double CLICKS = 0.55;

    public Views(Traces traces) {
        super(traces);
    }

    @Override
    void tell(Trace trace, List<Event> events) {
        var root = trace.root();
        long clicked = trace.clickedMs();
        if (Dice.unit(trace.id() + 20) < NEW_SESSIONS) {
            events.add(event(
                    trace,
                    1,
                    clicked,
                    "session",
                    tree -> tree.put("session.is_active", true)
                            .put(
                                    "session.initial_view.url_path",
                                    trace.path(trace.page().route()))));
        }
        events.add(event(trace, 2, clicked, "view", tree -> view(trace, tree)));
        if (Dice.unit(trace.id() + 21) < CLICKS) {
            events.add(event(trace, 3, clicked, "action", tree -> action(trace, tree)));
        }
        events.add(event(trace, 4, clicked + 4, "resource", tree -> resource(trace, root, tree)));
        var failure = root.failure();
        if (failure != null) {
            events.add(event(
                    trace,
                    5,
                    root.endMs() + 8,
                    "error",
                    tree -> tree.put("error.source", "network")
                            .put("error.type", "HttpError")
                            .put("error.message", root.step().resource() + " answered " + root.status())
                            .put("error.resource.status_code", root.status())));
        }
    }

    private static Event event(Trace trace, int number, long ms, String type, Consumer<Details> rest) {
        var tags = List.of(
                "env:" + trace.root().instance().host().env(),
                "service:" + SERVICE,
                "version:" + trace.root().instance().version(),
                "sdk_version:6.5.0");
        return new Event(
                ms,
                Dice.key(trace.id(), 40 + number),
                new Event.Origin(SERVICE, "", tags),
                type.equals("error") ? "error" : "ok",
                () -> content(trace, ms, type, tags, rest));
    }

    private static Map<String, Object> content(
            Trace trace, long ms, String type, List<String> tags, Consumer<Details> rest) {
        var attributes = new Details();
        var visitor = trace.visitor();
        String path = trace.path(trace.page().route());
        attributes.put("type", type).put("service", SERVICE).put("date", ms);
        attributes.put("application.id", APPLICATION).put("application.name", "shop");
        attributes.put("session.id", visitor.sessionId()).put("session.type", "user");
        attributes.put("usr.id", visitor.userId());
        attributes.put("view.id", Visitor.uuid(trace.id(), Dice.key(trace.id(), 30)));
        attributes.put("view.name", trace.page().route());
        attributes.put("view.url", "https://shop.example" + path).put("view.url_path", path);
        attributes.put("view.url_path_group", trace.page().route().replace(":id", "?"));
        attributes.put("browser.name", visitor.browser()).put("os.name", visitor.system());
        attributes.put("device.type", visitor.device()).put("geo.country", visitor.country());
        rest.accept(attributes);
        return new Details()
                .put("timestamp", Instant.ofEpochMilli(ms).toString())
                .put("service", SERVICE)
                .put("tags", tags)
                .put("attributes", attributes.map())
                .map();
    }

    private static void view(Trace trace, Details tree) {
        long loading = trace.root().durationNs() + 180_000_000 + Dice.below(trace.id() + 22, 400_000_000);
        tree.put("view.loading_type", trace.page() == Page.HOME ? "initial_load" : "route_change");
        tree.put("view.loading_time", loading);
        tree.put("view.first_contentful_paint", loading / 2);
        tree.put("view.largest_contentful_paint", loading * 4 / 5);
        tree.put("view.time_spent", 2_000_000_000L + 1000L * Dice.below(trace.id() + 23, 90_000_000));
        tree.put("view.action.count", Dice.unit(trace.id() + 21) < CLICKS ? 1 : 0);
        tree.put("view.resource.count", 1);
        tree.put("view.error.count", trace.root().failed() ? 1 : 0);
    }

    private static void action(Trace trace, Details tree) {
        tree.put("action.id", Visitor.uuid(trace.id(), Dice.key(trace.id(), 31)));
        tree.put("action.type", "click").put("action.name", trace.page().action());
        tree.put("action.target.name", trace.page().action());
        tree.put("action.loading_time", trace.root().durationNs());
        tree.put("action.error.count", trace.root().failed() ? 1 : 0);
    }

    private static void resource(Trace trace, Span root, Details tree) {
        String path = trace.path(root.step().route());
        tree.put("_dd.trace_id", Long.toUnsignedString(trace.id()));
        tree.put("_dd.span_id", Long.toUnsignedString(root.id()));
        tree.put("resource.type", "xhr").put("resource.method", root.step().method());
        tree.put("resource.url", "https://shop.example" + path).put("resource.url_path", path);
        tree.put("resource.url_host", "shop.example");
        tree.put("resource.status_code", root.status());
        tree.put("resource.duration", root.durationNs() + 2 * (root.startNs() - trace.clickedMs() * 1_000_000));
        tree.put("resource.size", Messages.bytes(root));
    }
}
