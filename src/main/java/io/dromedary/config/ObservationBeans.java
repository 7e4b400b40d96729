// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.DatadogCalls;
import io.dromedary.observe.JvmMeters;
import io.dromedary.observe.Meters;
import io.dromedary.observe.StateCollector;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;

/** What is measured, for all doors: Grafana collects it over gRPC, others at {@code /observe/metrics}. */
public final class ObservationBeans implements CamelConfiguration {

    /** Counts and times every route. Not left to camel.metrics.*, which would start Vert.x inside Grafana. */
    @Override
    public void configure(CamelContext context) throws Exception {
        var registry = Beans.the(PrometheusMeterRegistry.class, context);
        var routes = new MicrometerRoutePolicyFactory();
        routes.setMeterRegistry(registry);
        context.addService(routes);
        context.addRoutePolicyFactory(routes);
        Beans.the(DatadogCalls.class, context).onEnd(Beans.the(Meters.class, context)::call);
        registry.getPrometheusRegistry().register(new StateCollector(new States(context).sources()));
    }

    @BindToRegistry
    public Meters meters(PrometheusMeterRegistry registry) {
        return new Meters(registry);
    }

    @BindToRegistry(destroyMethod = "close")
    public JvmMeters jvmMeters(PrometheusMeterRegistry registry) {
        return new JvmMeters(registry);
    }
}
