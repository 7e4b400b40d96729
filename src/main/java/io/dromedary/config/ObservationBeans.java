// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.DatadogCalls;
import io.dromedary.observe.JvmMeters;
import io.dromedary.observe.Meters;
import io.dromedary.observe.StateCollector;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;

/** What is measured, for all doors: Grafana collects it over gRPC, others at {@code /observe/metrics}. */
public final class ObservationBeans implements CamelConfiguration {

    /** Counts and times every route. Not left to camel.metrics.*, which would start Vert.x inside Grafana. */
    @Override
    public void configure(CamelContext context) throws Exception {
        var registry = bean(PrometheusMeterRegistry.class, context);
        var routes = new MicrometerRoutePolicyFactory();
        routes.setMeterRegistry(registry);
        context.addService(routes);
        context.addRoutePolicyFactory(routes);
        bean(DatadogCalls.class, context).onEnd(bean(Meters.class, context)::call);
        registry.getPrometheusRegistry().register(new StateCollector(new States(context).sources()));
    }

    @BindToRegistry
    public Meters meters(PrometheusMeterRegistry registry) {
        return new Meters(registry);
    }

    @BindToRegistry(value = "jvmMeters", destroyMethod = "close")
    public JvmMeters jvmMeters(PrometheusMeterRegistry registry) {
        return new JvmMeters(registry);
    }

    private static <T> T bean(Class<T> type, CamelContext context) {
        return Objects.requireNonNull(context.getRegistry().findSingleByType(type), type.getName());
    }
}
