// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What services write while they take their steps, and stores when a step is slow or fails. */
public final class Logs extends TraceChronicle {

    private static final double DETAILED = 0.2;
    private static final double SLOW_NS = 6e8;
    private static final double SLOW_STORE_NS = 4e7;

    public Logs(Traces traces) {
        super(traces);
    }

    /** One line, before it is told. */
    private record Line(long ms, int number, String status, Supplier<String> message) {}

    @Override
    void tell(Trace trace, List<Event> events) {
        for (var span : trace.spans()) {
            if (span.step().isOurs()) {
                ours(trace, span, events);
            } else if (span.failed() || span.durationNs() > SLOW_STORE_NS) {
                String status = span.failed() ? "error" : "warn";
                var line = new Line(span.endMs(), 1, status, () -> Messages.store(span));
                events.add(event(trace, span, line));
            }
        }
    }

    private static void ours(Trace trace, Span span, List<Event> events) {
        if (Dice.unit(span.id() + 8) < DETAILED) {
            events.add(event(trace, span, new Line(span.startMs(), 1, "debug", () -> Messages.begun(trace, span))));
        }
        var failure = span.failure();
        if (failure != null) {
            long at = Math.max(span.startMs(), span.endMs() - 1);
            events.add(event(trace, span, new Line(at, 2, "error", () -> Messages.failed(trace, span, failure))));
        }
        String status = span.status() == 503 ? "error" : span.durationNs() > SLOW_NS || span.failed() ? "warn" : "info";
        events.add(event(trace, span, new Line(span.endMs(), 3, status, () -> Messages.done(trace, span))));
    }

    private static Event event(Trace trace, Span span, Line line) {
        return new Event(
                line.ms(),
                Dice.key(span.id(), line.number()),
                span.instance().logs(),
                line.status(),
                () -> content(trace, span, line));
    }

    private static Map<String, Object> content(Trace trace, Span span, Line line) {
        var origin = span.instance().logs();
        var attributes = new Details();
        if (span.step().isOurs()) {
            request(trace, span, line, attributes);
        } else {
            attributes
                    .put("duration", span.durationNs())
                    .put("db.statement", span.step().resource());
            attributes.put("process.pid", 100 + Dice.below(span.id(), 900));
        }
        return new Details()
                .put("timestamp", Instant.ofEpochMilli(line.ms()).toString())
                .put("status", line.status())
                .put("service", origin.service())
                .put("host", origin.host())
                .put("message", line.message().get())
                .put("tags", origin.tags())
                .put("attributes", attributes.map())
                .map();
    }

    private static void request(Trace trace, Span span, Line line, Details tree) {
        var step = span.step();
        tree.put("trace_id", Long.toUnsignedString(trace.id()));
        tree.put("span_id", Long.toUnsignedString(span.id()));
        tree.put("dd.trace_id", Long.toUnsignedString(trace.id()));
        tree.put("dd.span_id", Long.toUnsignedString(span.id()));
        tree.put("dd.service", step.service())
                .put("dd.env", span.instance().host().env());
        tree.put("dd.version", span.instance().version());
        tree.put("http.method", step.method());
        tree.put("http.url", trace.path(step.route()));
        tree.put("http.url_details.path", trace.path(step.route()));
        tree.put("usr.id", trace.visitor().userId());
        tree.put("logger.name", "shop." + step.service() + ".Access");
        tree.put("logger.thread_name", "worker-" + (1 + Dice.below(span.id() + 9, 16)));
        if (line.number() > 1) {
            tree.put("http.status_code", span.status());
            tree.put("duration", span.durationNs());
        }
        if (step.service().equals("web")) {
            tree.put("network.client.ip", trace.visitor().address());
            tree.put("network.bytes_written", Messages.bytes(span));
            tree.put("http.useragent", trace.visitor().useragent());
        }
        if (step.service().equals("checkout") || step.service().equals("payment")) {
            tree.put("order.id", trace.subject()).put("order.total", Messages.total(trace));
            tree.put("order.currency", "EUR").put("order.items", Messages.items(trace));
        }
        var failure = span.failure();
        if (failure != null && line.number() == 2) {
            tree.put("error.kind", failure.kind()).put("error.message", failure.message());
            tree.put("error.stack", Stacks.of(span, failure));
        }
    }
}
