// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Region;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The visits of the shop: about one every two seconds, more when customers are awake. Those of the last slots asked for
 * are kept, as logs, spans and views are all told from them. Safe for any number of threads: a lost write only costs a
 * second telling.
 */
public final class Traces {

    public static final long SLOT_MS = 10_000;

    /** No trace lasts longer, so what is told in a slot began in it or in the one before. */
    static final long LONGEST_MS = SLOT_MS;

    private static final double PER_SLOT = 5;
    private static final double STAGING = 0.03;
    /** An hour and a half. */
    private static final int KEPT = 512;

    private final World world;
    private final long seed;
    private final TraceIds ids;
    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(KEPT);

    public Traces(World world) {
        this.world = world;
        this.seed = Dice.key(world.seed(), "traces");
        this.ids = new TraceIds(seed);
    }

    private record Slot(long number, List<Trace> traces) {}

    /** The traces that begin in a slot, in order. */
    public List<Trace> in(long slot) {
        int place = Math.floorMod(slot, KEPT);
        var kept = slots.get(place);
        if (kept == null || kept.number() != slot) {
            kept = new Slot(slot, tell(slot));
            slots.set(place, kept);
        }
        return kept.traces();
    }

    /** The trace of an id, the lower 64 bits of it. */
    public Optional<Trace> find(long id) {
        var slot = ids.slot(id);
        return slot.isEmpty()
                ? Optional.empty()
                : in(slot.getAsLong()).stream()
                        .filter(trace -> trace.id() == id)
                        .findFirst();
    }

    private List<Trace> tell(long slot) {
        long key = Dice.key(seed, slot);
        long startMs = slot * SLOT_MS;
        var instances = new Instances(world, startMs);
        double[] weights = weights(startMs);
        double total = weights[0] + weights[1] + weights[2];
        int count = (int) Math.min(TraceIds.MOST, PER_SLOT * total / weight() + Dice.unit(key));
        var traces = new ArrayList<Trace>(count);
        for (int index = 0; index < count; index++) {
            long id = ids.id(slot, index);
            var region = region(weights, total * Dice.unit(id + 1));
            long clickedMs = startMs + (long) (SLOT_MS * Dice.unit(id + 2));
            String env = region == Region.EU_WEST && Dice.unit(id + 3) < STAGING * 3 ? Shop.STAGING : Shop.PRODUCTION;
            traces.add(new TraceTeller(world, instances, id, region, env).tell(clickedMs));
        }
        traces.sort(Comparator.comparingLong(Trace::clickedMs));
        return List.copyOf(traces);
    }

    private static double weight() {
        double sum = 0;
        for (var region : Region.values()) {
            sum += region.share();
        }
        return sum;
    }

    private double[] weights(long epochMs) {
        var weights = new double[Region.values().length];
        for (var region : Region.values()) {
            weights[region.ordinal()] = region.share() * world.rhythm().at(epochMs, region.offsetMinutes());
        }
        return weights;
    }

    private static Region region(double[] weights, double luck) {
        double left = luck;
        for (var region : Region.values()) {
            left -= weights[region.ordinal()];
            if (left < 0) {
                return region;
            }
        }
        return Region.EU_WEST;
    }
}
