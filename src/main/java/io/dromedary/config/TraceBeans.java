// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.step.RouteSpans;
import io.dromedary.tracing.TraceSettings;
import io.dromedary.tracing.TraceSettingsReader;
import io.dromedary.tracing.TraceSettingsReader.Own;
import io.dromedary.tracing.TraceTls;
import io.dromedary.tracing.Tracing;
import io.dromedary.tracing.otlp.OtlpTracing;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What sends traces, if anything does. */
public final class TraceBeans implements CamelConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TraceBeans.class);
    private static final String STARTED_BY_GRAFANA = "grafana_plugin_type";

    private final Map<String, String> environment;

    /** Made once: Camel asks for a bean twice, and this one has threads. */
    private @Nullable Tracing tracing;

    /** @param environment of this process */
    public TraceBeans(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Routes of users are looked at only where somebody sees it. */
    @Override
    public void configure(CamelContext context) {
        var kept = context.getRegistry().findSingleByType(Tracing.class);
        if (kept != null && kept.isOn()) {
            var spans = new RouteSpans(kept);
            context.addRoutePolicyFactory(spans);
            context.getCamelContextExtension().addInterceptStrategy(spans);
        }
    }

    @BindToRegistry(destroyMethod = "close")
    public Tracing tracing(
            @PropertyInject("dromedary.otlp.endpoint") String endpoint,
            @PropertyInject("dromedary.otlp.protocol") String protocol,
            @PropertyInject("dromedary.otlp.headers") String headers,
            @PropertyInject("dromedary.otlp.ca-certificate") String authority,
            @PropertyInject("dromedary.otlp.client-certificate") String certificate,
            @PropertyInject("dromedary.otlp.client-key") String key,
            @PropertyInject("dromedary.otlp.sampler") String sampler,
            @PropertyInject("dromedary.otlp.propagation") String propagation) {
        if (tracing == null) {
            var tls = new TraceTls(authority.strip(), certificate.strip(), key.strip());
            var own = new Own(endpoint, protocol, headers, tls, sampler, propagation);
            var grafana = environment.containsKey(STARTED_BY_GRAFANA);
            tracing = start(new TraceSettingsReader(own, environment, grafana).read());
        }
        return tracing;
    }

    /** OpenTelemetry's classes are not touched unless there is an endpoint. */
    private static Tracing start(TraceSettings settings) {
        if (settings.endpoint() == null) {
            return Tracing.off(settings.propagation());
        }
        try {
            return OtlpTracing.start(settings, Release.version());
        } catch (IllegalArgumentException wrong) {
            LOG.warn("Traces are not sent: {}", wrong.getMessage());
            return Tracing.off(settings.propagation());
        } catch (RuntimeException e) {
            LOG.warn("Traces are not sent", e);
            return Tracing.off(settings.propagation());
        }
    }
}
