// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Presence;
import java.util.Arrays;

/** What a source did in each bucket while it existed, and for how long it did. Confined to one call. */
final class Coverage implements Presence.Visitor {

    /** What happens between neighbouring edges. */
    interface Part {
        double[] of(long[] edges);
    }

    /** The value of a bucket. */
    interface Value {
        double of(double total, double seconds);
    }

    private final long[] edges;
    private final Part part;
    private final double[] totals;
    private final double[] seconds;

    private Coverage(long[] edges, Part part) {
        this.edges = edges;
        this.part = part;
        this.totals = new double[edges.length - 1];
        this.seconds = new double[edges.length - 1];
    }

    /** @param edges of buckets that touch, epoch milliseconds; one more than there are buckets */
    static Coverage of(Presence presence, long[] edges, Part part) {
        var coverage = new Coverage(edges, part);
        presence.pieces(edges[0], edges[edges.length - 1], coverage);
        return coverage;
    }

    @Override
    public void piece(long fromMs, long toMs) {
        int first = bucketOf(fromMs);
        int last = bucketOf(toMs - 1);
        long[] inside = Arrays.copyOfRange(edges, first, last + 2);
        inside[0] = fromMs;
        inside[inside.length - 1] = toMs;
        double[] done = part.of(inside);
        for (int i = 0; i < done.length; i++) {
            totals[first + i] += done[i];
            seconds[first + i] += (inside[i + 1] - inside[i]) / 1000.0;
        }
    }

    private int bucketOf(long epochMs) {
        int found = Arrays.binarySearch(edges, epochMs);
        return found >= 0 ? found : -found - 2;
    }

    /** The value of each bucket, NaN where the source did not exist. */
    double[] values(Value value) {
        var values = new double[totals.length];
        Arrays.setAll(values, i -> seconds[i] == 0 ? Double.NaN : value.of(totals[i], seconds[i]));
        return values;
    }
}
