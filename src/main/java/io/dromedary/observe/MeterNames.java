// SPDX-License-Identifier: Apache-2.0
package io.dromedary.observe;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Locale;

/** Prometheus' manner of naming, also for the meters of Camel: labels in snake case, nothing without help. */
public final class MeterNames {

    private MeterNames() {}

    /** Returns the registry, set up before its first meter. */
    public static PrometheusMeterRegistry apply(PrometheusMeterRegistry registry) {
        registry.config().namingConvention(new PrometheusNamingConvention() {
            @Override
            public String tagKey(String key) {
                return super.tagKey(key.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
            }
        });
        // Camel's, without help and without anything that /observe/info does not tell
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("app.info"));
        return registry;
    }
}
