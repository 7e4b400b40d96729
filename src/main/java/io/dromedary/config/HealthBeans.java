// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.health.HealthReports;
import io.dromedary.health.Probes;
import java.time.Clock;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/** Beans of {@code io.dromedary.health} and its routes. */
public class HealthBeans implements CamelConfiguration {

    @BindToRegistry
    public Probes probes() {
        return new Probes(Clock.systemUTC());
    }

    @BindToRegistry
    public HealthReports healthReports() {
        return new HealthReports();
    }

    /** Collects the results of probes in a list. */
    @BindToRegistry
    public AggregationStrategy probeResults() {
        return new GroupedBodyAggregationStrategy();
    }
}
