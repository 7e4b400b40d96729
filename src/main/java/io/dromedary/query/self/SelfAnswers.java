// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.self;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.RateBudget;
import io.dromedary.frame.Frame;
import io.dromedary.instance.Instance;
import io.dromedary.query.Answer;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers queries about Dromedary itself. Thread-safe. */
public final class SelfAnswers {

    private final DatadogCalls calls;
    private final RateBudget budget;
    private final Supplier<? extends Map<String, ? extends Cache<?, ?>>> caches;

    /** @param caches all there are, by name */
    public SelfAnswers(
            DatadogCalls calls, RateBudget budget, Supplier<? extends Map<String, ? extends Cache<?, ?>>> caches) {
        this.calls = calls;
        this.budget = budget;
        this.caches = caches;
    }

    /** Returns one answer for each query of the group: a table of type {@code numeric-long}. */
    public List<Answer> answer(QueryGroup group, Instance instance) {
        return group.queries().stream()
                .map(query -> Answer.of(query.refId(), List.of(frame((Query.Self) query, instance))))
                .toList();
    }

    /** Returns that nothing is sent. */
    public PlannedRequests rehearse(QueryGroup group) {
        return new PlannedRequests(group, List.of(), List.of(), Map.of());
    }

    private Frame frame(Query.Self query, Instance instance) {
        return switch (query.mode()) {
            case CALLS -> SelfTables.calls(query.refId(), calls.counts());
            case CACHES -> SelfTables.caches(query.refId(), caches.get());
            case BUDGET -> SelfTables.budget(query.refId(), budget.of(instance), budget::untilReset);
        };
    }
}
