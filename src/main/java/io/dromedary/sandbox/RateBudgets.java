// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests by bucket and period. Safe for any number of threads. */
final class RateBudgets {

    private final RateLimits limits;
    private final Map<String, Used> buckets = new ConcurrentHashMap<>();

    RateBudgets(RateLimits limits) {
        this.limits = limits;
    }

    private record Used(long period, int requests) {}

    /**
     * What is left of a bucket after a request.
     *
     * @param remaining requests left in this period, negative when the request was one too many
     * @param resetSeconds until the next period
     */
    record Budget(String bucket, RateLimits limits, int remaining, long resetSeconds) {

        boolean isOverdrawn() {
            return remaining < 0;
        }

        Map<String, String> headers() {
            return Map.of(
                    "X-RateLimit-Name", bucket,
                    "X-RateLimit-Limit", Integer.toString(limits.requests()),
                    "X-RateLimit-Period", Long.toString(limits.period().toSeconds()),
                    "X-RateLimit-Remaining", Integer.toString(Math.max(0, remaining)),
                    "X-RateLimit-Reset", Long.toString(resetSeconds));
        }
    }

    /** Takes one request from a bucket. */
    Budget take(String bucket, long nowSeconds) {
        long seconds = limits.period().toSeconds();
        long period = Math.floorDiv(nowSeconds, seconds);
        var used = buckets.merge(bucket, new Used(period, 1), RateBudgets::add);
        return new Budget(
                bucket, limits, limits.requests() - used.requests(), seconds - Math.floorMod(nowSeconds, seconds));
    }

    private static Used add(Used before, Used now) {
        if (before.period() != now.period()) {
            return now;
        }
        return new Used(now.period(), Math.min(before.requests(), Integer.MAX_VALUE - 1) + 1);
    }
}
