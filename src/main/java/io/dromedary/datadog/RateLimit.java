// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Datadog says about a rate limit in the headers of a reply. Any of it may be missing: older endpoints name no
 * bucket.
 *
 * @param name of the bucket, as Datadog's support understands it
 * @param limit calls allowed per period
 * @param period length of a period; periods follow the calendar, not the first call
 * @param remaining calls left in this period
 * @param reset time until the next period begins
 */
record RateLimit(
        @Nullable String name,
        @Nullable Long limit,
        @Nullable Duration period,
        @Nullable Long remaining,
        @Nullable Duration reset) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/-]{1,100}");

    /** Datadog's periods are an hour at most. A wait longer than this is a date, or a mistake of a proxy. */
    private static final long MAX_SECONDS = Duration.ofDays(1).toSeconds();

    /** Reads the headers of a reply; nonsense counts as missing. */
    static RateLimit from(Reply reply) {
        var reset = seconds(reply, "X-RateLimit-Reset");
        return new RateLimit(
                reply.header("X-RateLimit-Name")
                        .filter(name -> NAME.matcher(name).matches())
                        .orElse(null),
                number(reply, "X-RateLimit-Limit").orElse(null),
                seconds(reply, "X-RateLimit-Period").orElse(null),
                number(reply, "X-RateLimit-Remaining").orElse(null),
                reset.or(() -> seconds(reply, "Retry-After")).orElse(null));
    }

    /** A refusal means that no call is left, whether the headers say so or not. */
    RateLimit orUsedUpIf(boolean isRefused) {
        return isRefused ? new RateLimit(name, limit, period, 0L, reset) : this;
    }

    private static Optional<Duration> seconds(Reply reply, String header) {
        return number(reply, header).filter(seconds -> seconds <= MAX_SECONDS).map(Duration::ofSeconds);
    }

    private static Optional<Long> number(Reply reply, String header) {
        return reply.header(header).flatMap(RateLimit::parse);
    }

    private static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip())).filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
