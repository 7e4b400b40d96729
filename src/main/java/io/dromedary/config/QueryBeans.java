// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.query.QueryPlanner;
import io.dromedary.query.QueryReader;
import io.dromedary.step.MeasuredQueries;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** Beans of {@code routes/query}. */
public final class QueryBeans implements CamelConfiguration {

    @BindToRegistry
    public QueryPlanner queryPlanner() {
        return new QueryPlanner(new QueryReader());
    }

    @BindToRegistry
    public MeasuredQueries measuredQueries(CamelContext context) {
        return new MeasuredQueries(context);
    }

    /** Gathers what the parts of a split answered, as a list of bodies. */
    @BindToRegistry
    public AggregationStrategy listOfBodies() {
        return new GroupedBodyAggregationStrategy();
    }
}
