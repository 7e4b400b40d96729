// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.grpc.Workers;
import io.dromedary.query.QueryPlanner;
import io.dromedary.query.QueryReader;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** Beans of {@code routes/query}. */
public final class QueryBeans implements CamelConfiguration {

    /** What calls are processed on, and the parts of a call that go in parallel. */
    @BindToRegistry
    public ExecutorService workers(
            @PropertyInject("dromedary.workers.threads") int threads,
            @PropertyInject("dromedary.workers.waiting") int waiting) {
        return Workers.create(threads, waiting);
    }

    @BindToRegistry
    public QueryPlanner queryPlanner() {
        return new QueryPlanner(new QueryReader());
    }

    /** Gathers what the parts of a split answered, as a list of bodies. */
    @BindToRegistry
    public AggregationStrategy listOfBodies() {
        return new GroupedBodyAggregationStrategy();
    }
}
