// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import java.time.Duration;

/**
 * How many requests each bucket takes in a period. Periods begin on the clock, for example on the full minute.
 *
 * @param requests at least 1
 * @param period whole seconds, at least one
 */
public record RateLimits(int requests, Duration period) {

    public RateLimits {
        if (requests < 1 || period.toSeconds() < 1) {
            throw new IllegalArgumentException("a rate limit needs at least 1 request and 1 s");
        }
    }

    /** More than any dashboard needs: what Datadog grants where it states no other limit (recordings). */
    public static RateLimits generous() {
        return new RateLimits(12_000, Duration.ofMinutes(1));
    }
}
