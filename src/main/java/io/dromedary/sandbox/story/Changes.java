// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.Monitors;
import io.dromedary.sandbox.monitor.State;
import io.dromedary.sandbox.monitor.Timeline;
import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
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
                        .forEach(one -> events.add(Notice.of(one).event()));
            }
        }
        for (var incident : world.incidents().between(fromMs, toMs)) {
            var service = world.shop().service(incident.service()).orElseThrow();
            long noticedMs = incident.startMs() + NOTICED_MS;
            events.add(
                    Notice.of(incident, service, noticedMs, "declared", "error").event());
            events.add(Notice.of(incident, service, incident.endMs(), "stable", "info")
                    .event());
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

    private static void changed(Monitor monitor, Timeline timeline, long fromMs, long toMs, List<Event> events) {
        var before = Optional.<State>empty();
        for (var change : timeline.changes()) {
            boolean inside = change.atMs() >= fromMs && change.atMs() < toMs;
            if (inside && before.isPresent()) {
                events.add(Notice.of(monitor, timeline, change, before.get()).event());
            }
            before = Optional.of(change.state());
        }
    }
}
