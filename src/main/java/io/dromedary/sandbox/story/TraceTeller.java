// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Region;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one trace. A service in trouble is slow and fails; who calls it waits, and fails with it. Confined to one
 * trace.
 */
final class TraceTeller {

    private static final double MS = 1e6;
    /** A step that lasts longer without its calls is cut off there. */
    private static final double LONGEST_STEP_MS = 1200;

    private static final double USUAL_ERRORS = 0.003;
    /** As the metrics of traces rise in an incident. */
    private static final double MORE_ERRORS = 45;

    private static final double MORE_TIME = 5;
    /** How often a caller has no way around a failed call. */
    private static final double PASSED_ON = 0.85;

    private final World world;
    private final Instances instances;
    private final long traceId;
    private final Region region;
    private final String env;
    private final List<@Nullable Span> spans = new ArrayList<>();

    TraceTeller(World world, Instances instances, long traceId, Region region, String env) {
        this.world = world;
        this.instances = instances;
        this.traceId = traceId;
        this.region = region;
        this.env = env;
    }

    Trace tell(long clickedMs) {
        var page = Page.of(Dice.unit(traceId + 4));
        var visitor = Visitor.of(Dice.key(traceId, 5), region, clickedMs);
        long startNs = clickedMs * 1_000_000 + (long) ((25 + 60 * Dice.unit(traceId + 6)) * MS);
        take(page.root(), 0, startNs, null);
        return new Trace(traceId, clickedMs, page, visitor, Collections.unmodifiableList(told()));
    }

    private List<Span> told() {
        var all = new ArrayList<Span>(spans.size());
        for (var span : spans) {
            if (span != null) {
                all.add(span);
            }
        }
        return all;
    }

    /** Takes a step and all it calls; nothing when there is nobody to take it. */
    private @Nullable Span take(Step step, long parentId, long startNs, @Nullable Instance caller) {
        var instance = step.isOurs()
                ? instances
                        .of(step.service(), region, env, Dice.unit(Dice.key(traceId, step.service())))
                        .orElse(null)
                : caller;
        long key = Dice.key(traceId, spans.size());
        if (instance == null || Dice.unit(key + 1) >= step.chance()) {
            return null;
        }
        int place = spans.size();
        // its children come behind it
        spans.add(null);
        long id = key == 0 ? 1 : key;
        double trouble = trouble(step.service(), startNs / 1_000_000);
        double own = Math.min(LONGEST_STEP_MS, step.millis() * jitter(key) * (1 + MORE_TIME * trouble));
        long at = startNs + (long) (0.3 * own * MS);
        var failure = Dice.unit(key + 2) < USUAL_ERRORS * (1 + MORE_ERRORS * trouble)
                ? Failure.of(step, Dice.unit(key + 3))
                : null;
        for (var call : step.calls()) {
            var called = failure == null ? take(call, id, at, instance) : null;
            if (called == null) {
                continue;
            }
            at += called.durationNs() + (long) (0.05 * own * MS);
            if (called.failure() != null && Dice.unit(key + 4) < PASSED_ON) {
                failure = called.failure().caughtBy(step, call);
            }
        }
        long durationNs = at - startNs + (long) (0.7 * own * MS);
        var span = step.isOurs()
                ? new Span(id, parentId, step, instance, instance.spans(), startNs, durationNs, failure)
                : stored(id, parentId, step, instance, startNs, durationNs, failure);
        spans.set(place, span);
        return span;
    }

    private Span stored(
            long id,
            long parentId,
            Step step,
            Instance caller,
            long startNs,
            long durationNs,
            @Nullable Failure failure) {
        var store = instances.store(step.service(), region, env);
        var origin = instances.storeSpans(step.service(), caller);
        return new Span(id, parentId, step, store, origin, startNs, durationNs, failure);
    }

    private double trouble(String service, long epochMs) {
        if (!env.equals(Shop.PRODUCTION)) {
            return 0;
        }
        var incident = world.incidents().in(Incidents.slotOf(epochMs));
        return incident.isPresent() && incident.get().service().equals(service)
                ? incident.get().at(epochMs)
                : 0;
    }

    /** Half to six times the usual, seldom far away from it. */
    private static double jitter(long key) {
        double wide = Dice.signed(key + 5) + Dice.signed(key + 6) + Dice.signed(key + 7);
        return Math.exp(0.6 * wide);
    }
}
