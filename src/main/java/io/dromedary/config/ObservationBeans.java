// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;

/** What is measured, for both doors: Grafana collects it over gRPC, others at {@code /observe/metrics}. */
public final class ObservationBeans implements CamelConfiguration {

    /** Counts and times every route. Not left to camel.metrics.*, which would start Vert.x inside Grafana. */
    @Override
    public void configure(CamelContext context) throws Exception {
        var routes = new MicrometerRoutePolicyFactory();
        routes.setMeterRegistry(context.getRegistry().findSingleByType(PrometheusMeterRegistry.class));
        context.addService(routes);
        context.addRoutePolicyFactory(routes);
    }
}
