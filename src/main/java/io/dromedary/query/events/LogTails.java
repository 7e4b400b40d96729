// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.Arrivals;
import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RateBudget;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Instance;
import io.dromedary.product.EventProduct;
import io.dromedary.query.Plan;
import io.dromedary.query.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** Opens live tails of logs. Thread-safe. */
public final class LogTails {

    private static final Failure NO_LOGS = Failure.badRequest("Only searches for logs can be followed live");

    private final Duration period;
    private final TailPlaces places;
    private final RateBudget budget;
    private final Clock clock;

    /**
     * @param period usual time between two polls
     * @param most tails that poll at a time; others wait for one to end
     */
    public LogTails(Duration period, int most, RateBudget budget, Clock clock) {
        this.period = period;
        places = new TailPlaces(most);
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * Returns the only query of a plan.
     *
     * @throws FailedException with status 400 if there is none, or it is no search for logs
     */
    public Query.Events query(Plan plan) {
        for (var settled : plan.settled()) {
            if (settled.failure() != null) {
                throw new FailedException(settled.failure());
            }
        }
        return plan.groups().stream()
                .flatMap(group -> group.queries().stream())
                .filter(Query.Events.class::isInstance)
                .map(Query.Events.class::cast)
                .filter(query -> query.search().product() == EventProduct.LOGS)
                .findFirst()
                .orElseThrow(() -> new FailedException(NO_LOGS));
    }

    /**
     * Returns the lines as they arrive, until the cancellation.
     *
     * @param datadog calls it and returns what the request's reader made, or throws
     * @throws FailedException with status 400 if the search cannot be sent
     */
    public Arrivals<Frame> open(
            Query.Events query,
            Instance instance,
            Cancellation cancellation,
            Function<DatadogRequest<?>, Object> datadog) {
        return new TailFrames(
                new LogTail(query, instance, clock),
                new TailPace(period, budget),
                places,
                instance,
                datadog,
                cancellation);
    }
}
