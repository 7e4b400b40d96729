// SPDX-License-Identifier: Apache-2.0
package io.dromedary.observe;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.List;
import java.util.Locale;

/** Prometheus' manner of naming, also for the meters of Camel: labels in snake case, nothing without help. */
public final class MeterNames {

    /** One of Camel's without help, and two of Micrometer's with names that Prometheus objects to. */
    private static final List<String> DENIED = List.of("app.info", "process.cpu.time", "system.cpu.count");

    private MeterNames() {}

    /** Returns the registry, set up before its first meter. */
    public static PrometheusMeterRegistry apply(PrometheusMeterRegistry registry) {
        registry.config().namingConvention(new PrometheusNamingConvention() {
            @Override
            public String tagKey(String key) {
                return super.tagKey(key.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
            }
        });
        DENIED.forEach(name -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
        return registry;
    }
}
