// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import io.dromedary.sandbox.signal.Counter;
import io.dromedary.sandbox.signal.Distribution;
import io.dromedary.sandbox.signal.Gauge;
import io.dromedary.sandbox.signal.Pattern;
import io.dromedary.sandbox.signal.Reading;
import io.dromedary.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the table, before it has a world.
 *
 * @param unit {@code byte}, {@code byte/second}, or empty
 */
record Row(String name, MetricType type, String unit, String description, Population who, Instrument instrument) {

    /** Of the logarithm of sizes: the 95th percentile is about 2.2 times the average. */
    private static final double SPREAD = 0.6;

    /** What a member reports under a name. */
    interface Instrument {
        Reading of(Member member, String name);
    }

    static Row gauge(String name, String unit, String description, Population who, Recipe recipe) {
        return new Row(name, MetricType.GAUGE, unit, description, who, level(recipe));
    }

    static Row rate(String name, String unit, String description, Population who, Recipe perSecond) {
        return new Row(name, MetricType.RATE, unit, description, who, level(perSecond));
    }

    static Row count(String name, String unit, String description, Population who, Recipe perSecond) {
        return new Row(name, MetricType.COUNT, unit, description, who, events(perSecond, false));
    }

    /** Counts what is rare: nothing is reported while nothing happens. */
    static Row rare(String name, String unit, String description, Population who, Recipe perSecond) {
        return new Row(name, MetricType.COUNT, unit, description, who, events(perSecond, true));
    }

    /**
     * @param perSecond events per second and weight of a member
     * @param size average size of an event
     * @param count how the number of events moves
     * @param total how the sum of their sizes moves; a higher gain makes events larger in an incident
     */
    static Row distribution(
            String name,
            String unit,
            String description,
            Population who,
            double perSecond,
            double size,
            Pattern count,
            Pattern total) {
        var number = Recipe.living(perSecond, count);
        var sum = Recipe.living(perSecond * size, total);
        return new Row(
                name,
                MetricType.DISTRIBUTION,
                unit,
                description,
                who,
                (member, of) -> new Distribution(
                        new Counter(number.of(member, of), member.key(of), member.presence(), false),
                        sum.of(member, of),
                        SPREAD));
    }

    Metric in(World world) {
        return new Metric(
                name,
                type,
                unit(0),
                unit(1),
                description,
                (fromMs, toMs) -> who.in(world, fromMs, toMs).stream()
                        // most are filtered out by their tags before they are read
                        .map(member ->
                                new Series(member.tags(), Reading.madeWhenRead(() -> instrument.of(member, name))))
                        .toList());
    }

    private @Nullable Unit unit(int index) {
        String[] parts = unit.split("/", -1);
        return index < parts.length && !parts[index].isEmpty() ? Units.named(parts[index]) : null;
    }

    private static Instrument level(Recipe recipe) {
        return (member, name) -> new Gauge(recipe.of(member, name), member.presence());
    }

    private static Instrument events(Recipe perSecond, boolean silent) {
        return (member, name) -> new Counter(perSecond.of(member, name), member.key(name), member.presence(), silent);
    }
}
