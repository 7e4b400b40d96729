// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What spans say of themselves. */
public final class SpanMeta {

    private SpanMeta() {}

    /** Returns the same as a trace by its id shows it: texts by dotted paths. */
    public static Map<String, String> flat(Trace trace, Span span) {
        var flat = new LinkedHashMap<String, String>();
        tree(trace, span).map().forEach((name, value) -> flatten(name, value, flat));
        return flat;
    }

    private static void flatten(String path, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> flatten(path + '.' + name, inner, flat));
        } else {
            flat.put(path, value.toString());
        }
    }

    /** Returns what tells the resource of a step apart. */
    public static String resourceHash(Step step) {
        return HexFormat.of().toHexDigits(Dice.key(4, step.resource()));
    }

    /** What a span says of itself, besides its names, times and ids. */
    static Details tree(Trace trace, Span span) {
        var step = span.step();
        var tree = new Details().put("env", span.instance().host().env()).put("span.kind", step.kind());
        switch (step.type()) {
            case "web" -> web(trace, span, tree);
            case "sql" -> {
                tree.put("db.system", "postgresql").put("db.name", "shop").put("db.statement", step.resource());
                tree.put("peer.hostname", span.instance().host().name()).put("peer.service", "postgres");
            }
            case "redis" -> {
                tree.put("db.system", "redis").put("redis.raw_command", step.resource());
                tree.put("peer.hostname", span.instance().host().name()).put("peer.service", "redis");
            }
            default -> {
                tree.put("messaging.system", "kafka").put("messaging.destination.name", "orders");
                tree.put("peer.hostname", span.instance().host().name()).put("peer.service", "kafka");
            }
        }
        var failure = span.failure();
        if (failure != null) {
            tree.put("error.type", failure.kind()).put("error.message", failure.message());
            tree.put("error.stack", Stacks.of(span, failure));
        }
        return tree;
    }

    private static void web(Trace trace, Span span, Details tree) {
        var step = span.step();
        tree.put("language", step.service().equals("web") ? "cpp" : "jvm");
        tree.put("component", step.service().equals("web") ? "nginx" : "spring-web-controller");
        tree.put("version", span.instance().version());
        tree.put("http.method", step.method());
        tree.put("http.route", step.route());
        // a text: recording
        tree.put("http.status_code", Integer.toString(span.status()));
        tree.put("http.url", "https://shop.example" + trace.path(step.route()));
        tree.put("http.url_details.host", "shop.example").put("http.url_details.path", trace.path(step.route()));
        tree.put("http.useragent", trace.visitor().useragent());
        tree.put("usr.id", trace.visitor().userId());
        if (step.service().equals("checkout")) {
            tree.put("order.id", Integer.toString(trace.subject()));
        }
    }
}
