// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** When new versions go out: each application about every three days, at working hours; staging a day earlier. */
public final class Deployments {

    private static final long PERIOD_MS = TimeUnit.DAYS.toMillis(3);
    private static final long LEAD_MS = TimeUnit.DAYS.toMillis(1);
    /** Versions count from here, so that they stay readable: 2020-01-01. */
    private static final long FIRST_MS = 1_577_836_800_000L;

    private final long seed;

    Deployments(long seed) {
        this.seed = Dice.key(seed, "deployments");
    }

    /** What ran in a window, oldest first; pieces touch, so there is always one. */
    public List<Deployment> between(String service, String env, long fromMs, long toMs) {
        long first = Math.floorDiv(fromMs - FIRST_MS, PERIOD_MS) - 1;
        long last = Math.floorDiv(toMs - FIRST_MS, PERIOD_MS) + 1;
        return LongStream.rangeClosed(first, last)
                .mapToObj(turn -> of(service, env, turn))
                .filter(deployment -> deployment.fromMs() < toMs && deployment.toMs() > fromMs)
                .toList();
    }

    private Deployment of(String service, String env, long turn) {
        String version = "2." + Math.floorDiv(turn, 10) + "." + Math.floorMod(turn, 10);
        return new Deployment(service, env, version, start(service, env, turn), start(service, env, turn + 1));
    }

    private long start(String service, String env, long turn) {
        long key = Dice.key(Dice.key(seed, service), turn);
        long day = TimeUnit.DAYS.toMillis(Dice.below(key, 2));
        long minute = TimeUnit.MINUTES.toMillis(9 * 60 + Dice.below(key + 1, 7 * 60));
        long lead = env.equals(Shop.PRODUCTION) ? 0 : LEAD_MS;
        return FIRST_MS + turn * PERIOD_MS + day + minute - lead;
    }
}
