// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An incident of the shop as those see it who work on it. */
record IncidentView(World world, Incident incident, long nowMs) {

    static final long NOTICED_MS = TimeUnit.MINUTES.toMillis(3);
    /** How long one looks on before one calls it resolved. */
    private static final long WATCHED_MS = TimeUnit.MINUTES.toMillis(40);

    private static final long REMEMBERED_MS = TimeUnit.DAYS.toMillis(90);

    /** Those of the last three months that somebody has noticed, newest first. */
    static List<IncidentView> all(World world, long nowMs) {
        return world.incidents().between(nowMs - REMEMBERED_MS, nowMs).stream()
                .filter(incident -> incident.startMs() + NOTICED_MS <= nowMs)
                .sorted(Comparator.comparingLong(Incident::startMs).reversed())
                .map(incident -> new IncidentView(world, incident, nowMs))
                .toList();
    }

    String id() {
        long key = Dice.key(Dice.key(world.seed(), "incident"), incident.number());
        return new UUID(key, Dice.key(key, 1)).toString();
    }

    long publicId() {
        return incident.number();
    }

    /** {@code active} while it hurts, {@code stable} for a while, then {@code resolved}. */
    String state() {
        if (nowMs < incident.endMs()) {
            return "active";
        }
        return nowMs < resolvedMs() ? "stable" : "resolved";
    }

    long detectedMs() {
        return incident.startMs() + NOTICED_MS;
    }

    long resolvedMs() {
        return incident.endMs() + WATCHED_MS;
    }

    /** Customers meet applications; of stores they notice what is slow. */
    String severity() {
        boolean seen = service().isApplication();
        if (incident.strength() > 1.1) {
            return seen ? "SEV-1" : "SEV-2";
        }
        return seen ? "SEV-2" : "SEV-3";
    }

    Service service() {
        return world.shop().service(incident.service()).orElseThrow();
    }

    /** The service in trouble first, then those who suffer with it. */
    List<String> services() {
        var all = new ArrayList<String>(List.of(incident.service()));
        world.shop().services().stream()
                .map(Service::name)
                .filter(name -> !name.equals(incident.service()))
                .filter(name -> world.shop().suffering(name, incident.service()) > 0)
                .forEach(all::add);
        return all;
    }

    String title() {
        return service().isApplication()
                ? incident.service() + " is slow and fails"
                : incident.service() + " does not keep up";
    }

    People.Person commander() {
        return People.oneOf(service().team(), incident.number());
    }

    Listed listed() {
        var tags = services().stream().map(name -> "services:" + name).toList();
        return Listed.of(
                title(),
                tags,
                "state",
                state(),
                "severity",
                severity(),
                "service",
                incident.service(),
                "team",
                service().team(),
                "teams",
                service().team(),
                "public_id",
                Long.toString(publicId()),
                "customer_impacted",
                Boolean.toString(service().isApplication()),
                "commander",
                commander().handle());
    }

    /** When it stopped to hurt, epoch milliseconds; null while it does. */
    @Nullable
    Long impactEnd() {
        return nowMs < incident.endMs() ? null : incident.endMs();
    }
}
