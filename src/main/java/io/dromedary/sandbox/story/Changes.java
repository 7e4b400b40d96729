// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import io.dromedary.sandbox.monitor.Timeline;
import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What people look up when something is strange: deployments, monitors that changed their mind, incidents. Slots are
 * those of incidents, and the last ones told are kept, as it takes long to ask all monitors.
 */
public final class Changes implements Chronicle {

    private static final long NOTICED_MS = TimeUnit.MINUTES.toMillis(3);
    private static final int KEPT = 256;

    private final World world;
    private final Monitors monitors;
    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(KEPT);

    public Changes(World world, Monitors monitors) {
        this.world = world;
        this.monitors = monitors;
    }

    private record Slot(long number, List<Event> events) {}

    /** What an event is about. */
    private record Notice(
            long ms,
            long key,
            String source,
            String status,
            String title,
            String text,
            List<String> tags,
            Details more) {}

    @Override
    public long slotMs() {
        return Incidents.SLOT_MS;
    }

    @Override
    public List<Event> in(long slot) {
        int place = Math.floorMod(slot, KEPT);
        var kept = slots.get(place);
        if (kept == null || kept.number() != slot) {
            kept = new Slot(slot, tell(slot * Incidents.SLOT_MS));
            slots.set(place, kept);
        }
        return kept.events();
    }

    private List<Event> tell(long fromMs) {
        long toMs = fromMs + Incidents.SLOT_MS;
        var events = new ArrayList<Event>();
        for (var service : world.shop().applications()) {
            for (var env : List.of(Shop.PRODUCTION, Shop.STAGING)) {
                world.deployments().between(service.name(), env, fromMs, toMs).stream()
                        .filter(one -> runs(one) && one.fromMs() >= fromMs && one.fromMs() < toMs)
                        .forEach(one -> events.add(event(deployed(one))));
            }
        }
        for (var incident : world.incidents().between(fromMs, toMs)) {
            events.add(event(incident(incident, incident.startMs() + NOTICED_MS, "declared", "error")));
            events.add(event(incident(incident, incident.endMs(), "stable", "info")));
        }
        for (var monitor : monitors.all()) {
            for (var timeline : monitors.history(monitor, fromMs - 1, toMs - 1)) {
                changed(monitor, timeline, fromMs, toMs, events);
            }
        }
        events.removeIf(event -> event.timestampMs() < fromMs || event.timestampMs() >= toMs);
        events.sort(Event.IN_TIME);
        return List.copyOf(events);
    }

    private boolean runs(Deployment deployment) {
        return world.shop().hosts().stream()
                .anyMatch(host -> host.service().name().equals(deployment.service())
                        && host.env().equals(deployment.env()));
    }

    private static Notice deployed(Deployment one) {
        return new Notice(
                one.fromMs(),
                Dice.key(Dice.key(51, one.service() + one.env()), one.fromMs()),
                "deployment",
                "info",
                "Deployed " + one.service() + " " + one.version() + " to " + one.env(),
                "Version " + one.version() + " of " + one.service() + " takes over.",
                List.of("env:" + one.env(), "service:" + one.service(), "version:" + one.version()),
                new Details());
    }

    private Notice incident(Incident incident, long ms, String what, String status) {
        String team = world.shop().service(incident.service()).orElseThrow().team();
        return new Notice(
                ms,
                Dice.key(Dice.key(52, what), incident.number()),
                "incidents",
                status,
                "Incident #" + incident.number() + " " + what + ": " + incident.service() + " is in trouble",
                "Customers feel it where " + incident.service() + " is needed.",
                List.of("env:prod", "service:" + incident.service(), "team:" + team),
                new Details().put("incident.public_id", incident.number()));
    }

    private static void changed(Monitor monitor, Timeline timeline, long fromMs, long toMs, List<Event> events) {
        var before = Optional.<State>empty();
        for (var change : timeline.changes()) {
            boolean inside = change.atMs() >= fromMs && change.atMs() < toMs;
            if (inside && before.isPresent()) {
                events.add(event(alert(monitor, timeline, change, before.get())));
            }
            before = Optional.of(change.state());
        }
    }

    private static Notice alert(Monitor monitor, Timeline timeline, Timeline.Change change, State before) {
        var tags = new ArrayList<>(monitor.tags());
        tags.add("monitor");
        timeline.group().forEach((key, value) -> tags.add(key + ":" + value));
        String group = timeline.group().isEmpty()
                ? ""
                : " on "
                        + String.join(
                                        ",",
                                        timeline.group().entrySet().stream()
                                                .map(Object::toString)
                                                .toList())
                                .replace('=', ':');
        String verb = switch (change.state()) {
            case OK -> "Recovered";
            case NO_DATA -> "No data";
            case WARN -> "Warn";
            case ALERT -> "Triggered";
        };
        String status = switch (change.state()) {
            case OK -> "ok";
            case NO_DATA, WARN -> "warn";
            case ALERT -> "error";
        };
        return new Notice(
                change.atMs(),
                Dice.key(Dice.key(monitor.id(), timeline.group().toString()), change.atMs()),
                "alert",
                status,
                "[" + verb + group + "] " + monitor.name(),
                monitor.message(),
                tags,
                new Details()
                        .put("monitor.id", monitor.id())
                        .put("monitor.name", monitor.name())
                        .put("monitor.type", monitor.type())
                        .put("monitor.query", monitor.query())
                        .put(
                                "monitor.transition.destination_state",
                                change.state().wireName())
                        .put("monitor.transition.source_state", before.wireName()));
    }

    private static Event event(Notice notice) {
        var tags = new ArrayList<>(notice.tags());
        tags.add("source:" + notice.source());
        // the tags of the source come twice: recordings
        tags.add("source:" + notice.source());
        String service = notice.tags().stream()
                .filter(tag -> tag.startsWith("service:"))
                .findFirst()
                .map(tag -> tag.substring("service:".length()))
                .orElse("");
        var origin = new Event.Origin(service, "", tags);
        return new Event(notice.ms(), notice.key(), origin, notice.status(), () -> content(notice, origin)).told();
    }

    private static Map<String, Object> content(Notice notice, Event.Origin origin) {
        var details = notice.more()
                .put("status", notice.status())
                .put("service", origin.service().isEmpty() ? "undefined" : origin.service())
                .put("title", notice.title())
                .put("timestamp", notice.ms())
                .put("priority", "normal")
                .put("aggregation_key", notice.source() + ":" + notice.title().replaceAll("^\\[[^]]*] ", ""))
                .put("sourcecategory", notice.source().equals("alert") ? "monitor_alert" : notice.source())
                .put("evt.source_id", notice.source().equals("alert") ? 36 : 100)
                .put("evt.type", notice.source())
                // beyond what a double holds
                .put("evt.id", Long.toString(notice.key() >>> 2 | 1L << 60));
        return new Details()
                .put("attributes", details.map())
                .put("message", notice.text())
                .put("tags", origin.tags())
                .put("timestamp", Instant.ofEpochMilli(notice.ms()).toString())
                .map();
    }
}
