// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RateBudget;
import io.dromedary.instance.Instance;
import java.time.Duration;

/**
 * How long a tail waits between polls: as long as it may, longer where the rate limit would not last, and twice as long
 * after each failure in a row. Confined to one stream.
 */
final class TailPace {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Duration usual;
    private final RateBudget budget;
    private int failures;

    TailPace(Duration usual, RateBudget budget) {
        this.usual = usual;
        this.budget = budget;
    }

    /** Half of what is left of the rate limit is kept for dashboards. */
    Duration afterSuccess(Instance instance, DatadogRequest<?> request) {
        failures = 0;
        return budget.known(instance, request)
                .map(bucket -> budget.untilReset(bucket).dividedBy(Math.max(1, bucket.remaining() / 2)))
                .map(this::bounded)
                .orElse(usual);
    }

    Duration afterFailure(Throwable failure) {
        failures++;
        var doubled = usual.multipliedBy(1L << Math.min(failures, 6));
        var reset = failure instanceof DatadogException known ? known.reset().orElse(Duration.ZERO) : Duration.ZERO;
        return bounded(reset.compareTo(doubled) > 0 ? reset : doubled);
    }

    /** Returns whether this is news to somebody who watches: only the first failure of several in a row is. */
    boolean isFirstFailure() {
        return failures == 1;
    }

    private Duration bounded(Duration pause) {
        return pause.compareTo(usual) < 0 ? usual : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
