// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The pipelines that run: one ends in each deployment, and branches are tested all day. Immutable. */
final class Builds {

    static final long SLOT_MS = TimeUnit.HOURS.toMillis(1);

    private static final double TRIES_PER_SLOT = 1.3;
    private static final double FAILS = 0.22;
    private static final String[] BRANCHES = {"faster-cart", "new-search", "retry-charges", "less-memory", "dark-mode"};

    private final World world;
    private final long seed;

    Builds(World world) {
        this.world = world;
        this.seed = Dice.key(world.seed(), "builds");
    }

    /** The builds that end in a slot, each at most {@link #SLOT_MS} long. */
    List<Build> in(long slot) {
        var builds = new ArrayList<Build>();
        long from = slot * SLOT_MS;
        for (var service : world.shop().applications()) {
            branches(service, slot, builds);
            for (var env : List.of(Shop.PRODUCTION, Shop.STAGING)) {
                if (env.equals(Shop.PRODUCTION) || hasStaging(service)) {
                    deployments(service, env, from).forEach(one -> builds.add(deploying(service, one)));
                }
            }
        }
        return builds;
    }

    private boolean hasStaging(Service service) {
        return world.shop().hosts().stream()
                .anyMatch(host -> host.service().equals(service) && host.env().equals(Shop.STAGING));
    }

    private List<Deployment> deployments(Service service, String env, long fromMs) {
        return world.deployments().between(service.name(), env, fromMs, fromMs + SLOT_MS).stream()
                .filter(deployment -> deployment.fromMs() >= fromMs && deployment.fromMs() < fromMs + SLOT_MS)
                .toList();
    }

    private Build deploying(Service service, Deployment deployment) {
        long key = Dice.key(Dice.key(Dice.key(seed, service.name()), deployment.env()), deployment.fromMs());
        long length = TimeUnit.MINUTES.toMillis(9) + Dice.below(key, 360_000);
        return new Build(
                key,
                service,
                "main",
                deployment.version(),
                deployment.env(),
                deployment.fromMs() - length,
                deployment.fromMs(),
                false);
    }

    private void branches(Service service, long slot, List<Build> builds) {
        long key = Dice.key(Dice.key(seed, service.name()), slot);
        double rhythm = world.rhythm().at(slot * SLOT_MS, 60);
        int count = (int) Math.floor(TRIES_PER_SLOT * rhythm + Dice.unit(key));
        for (int number = 0; number < count; number++) {
            long one = Dice.key(key, number);
            long end = slot * SLOT_MS + (long) (SLOT_MS * Dice.unit(one));
            long length = TimeUnit.MINUTES.toMillis(4) + Dice.below(one + 1, 420_000);
            String branch = "feature/" + BRANCHES[Dice.below(one + 2, BRANCHES.length)];
            builds.add(new Build(one, service, branch, "", "", end - length, end, Dice.unit(one + 3) < FAILS));
        }
    }
}
