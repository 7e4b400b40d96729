// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyService;

/** What is measured, for both doors: Grafana collects it over gRPC, others at {@code /observe/metrics}. */
public final class ObservationBeans implements CamelConfiguration {

    /** Counts and times every route. Not left to camel.metrics.*, which would start Vert.x inside Grafana. */
    @Override
    public void configure(CamelContext context) throws Exception {
        context.addService(new QuietRoutePolicyService());
        var routes = new MicrometerRoutePolicyFactory();
        routes.setMeterRegistry(context.getRegistry().findSingleByType(PrometheusMeterRegistry.class));
        context.addService(routes);
        context.addRoutePolicyFactory(routes);
    }

    /** Does not make ready for printing all meters as JSON, which takes a twentieth of the start and nobody asks for. */
    private static final class QuietRoutePolicyService extends MicrometerRoutePolicyService {
        @Override
        protected void doStart() {}
    }
}
