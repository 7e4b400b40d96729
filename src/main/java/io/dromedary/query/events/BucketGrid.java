// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.query.events.AggregateReply.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * Where the points of a reply stand: at whole multiples of a width, counted from one of them. Datadog sends only
 * buckets that hold something.
 *
 * @param step width of a bucket, nanoseconds
 * @param phase where buckets begin, nanoseconds after a multiple of the width since 1970
 * @param regular whether all points stand so
 */
record BucketGrid(long step, long phase, boolean regular) {

    /** So many points that are all further apart than was asked show that Datadog chose wider buckets. */
    private static final int ENOUGH = 8;

    /** @param interval that was asked for */
    static BucketGrid of(List<Bucket> groups, Duration interval) {
        var times = new TreeSet<Long>();
        for (var group : groups) {
            for (var points : group.computes().values()) {
                for (var time : points.times()) {
                    times.add(time);
                }
            }
        }
        var asked = Math.max(1_000_000_000, interval.toNanos());
        if (times.isEmpty()) {
            return new BucketGrid(asked, 0, true);
        }
        var nearest = Long.MAX_VALUE;
        var before = Long.MIN_VALUE;
        for (var time : times) {
            nearest = before == Long.MIN_VALUE ? nearest : Math.min(nearest, time - before);
            before = time;
        }
        var step = times.size() >= ENOUGH && nearest > asked ? nearest : asked;
        var phase = Math.floorMod(times.first(), step);
        return new BucketGrid(step, phase, times.stream().allMatch(time -> Math.floorMod(time, step) == phase));
    }

    /** Returns when the first bucket begins that reaches beyond a time. */
    long after(long time) {
        return time - Math.floorMod(time - phase, step);
    }
}
