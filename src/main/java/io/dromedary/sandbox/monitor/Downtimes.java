// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * When monitors keep silent: staging always, the platform for an hour every Sunday night, an application while a new
 * version goes out.
 */
public final class Downtimes {

    private static final long REMEMBERED_MS = TimeUnit.DAYS.toMillis(30);
    private static final long WEEK_MS = TimeUnit.DAYS.toMillis(7);
    /** Sunday, 2020-01-05, 02:00 UTC. */
    private static final long FIRST_NIGHT_MS = 1_578_189_600_000L;

    private static final long STAGING_MS = 1_704_106_800_000L;
    private static final List<String> ALL = List.of("*");

    private final World world;

    public Downtimes(World world) {
        this.world = world;
    }

    /** Those of the last month and the next to come, newest start first. */
    public List<Downtime> all(long nowMs) {
        var all = new ArrayList<Downtime>();
        all.add(new Downtime(
                id("staging", 0), "env:staging", ALL, "Nobody is woken up for staging", STAGING_MS, STAGING_MS, 0));
        long week = Math.floorDiv(nowMs - FIRST_NIGHT_MS, WEEK_MS);
        for (long number = week - 4; number <= week + 1; number++) {
            long start = FIRST_NIGHT_MS + number * WEEK_MS;
            all.add(new Downtime(
                    id("night", number),
                    "env:prod AND team:platform",
                    ALL,
                    "Weekly maintenance of the stores",
                    STAGING_MS,
                    start,
                    start + TimeUnit.HOURS.toMillis(1)));
        }
        for (var service : world.shop().applications()) {
            world.deployments().between(service.name(), Shop.PRODUCTION, nowMs - REMEMBERED_MS, nowMs).stream()
                    .filter(deployment -> deployment.fromMs() >= nowMs - REMEMBERED_MS && deployment.fromMs() <= nowMs)
                    .forEach(deployment -> all.add(of(deployment)));
        }
        all.sort(Comparator.comparingLong(Downtime::startMs).reversed().thenComparing(Downtime::id));
        return all;
    }

    private static Downtime of(Deployment deployment) {
        return new Downtime(
                id(deployment.service(), deployment.fromMs()),
                "env:prod AND service:" + deployment.service(),
                ALL,
                deployment.service() + " " + deployment.version() + " goes out",
                deployment.fromMs(),
                deployment.fromMs(),
                deployment.fromMs() + TimeUnit.MINUTES.toMillis(20));
    }

    public Optional<Downtime> find(String id, long nowMs) {
        return all(nowMs).stream().filter(downtime -> downtime.id().equals(id)).findFirst();
    }

    /** Those that silence a monitor now. */
    public List<Downtime> active(Monitor monitor, long nowMs) {
        return all(nowMs).stream()
                .filter(downtime -> downtime.isActive(nowMs) && downtime.silences(monitor))
                .toList();
    }

    private static String id(String what, long number) {
        long key = Dice.key(Dice.key(21, what), number);
        return new UUID(key, Dice.key(key, 1)).toString();
    }
}
