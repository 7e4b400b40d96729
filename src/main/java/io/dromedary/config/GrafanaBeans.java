// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.JsonFrames;
import io.dromedary.grafana.DataSources;
import io.dromedary.grafana.DiagnosticsMessages;
import io.dromedary.grafana.QueryMessages;
import io.dromedary.grafana.RequestOrigins;
import io.dromedary.grafana.ResourceMessages;
import io.dromedary.grafana.StreamMessages;
import io.dromedary.grpc.RequestTraces;
import io.dromedary.observe.JvmMeters;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.jspecify.annotations.Nullable;

/** Beans of {@code routes/grafana}: the translation of its messages. */
public final class GrafanaBeans implements CamelConfiguration {

    @BindToRegistry
    public DataSources dataSources() {
        return new DataSources();
    }

    @BindToRegistry
    public RequestTraces requestTraces() {
        return new GrafanaTraces(new RequestOrigins());
    }

    @BindToRegistry
    public QueryMessages queryMessages() {
        return new QueryMessages(new ArrowFrames());
    }

    @BindToRegistry
    public ResourceMessages resourceMessages() {
        return new ResourceMessages();
    }

    @BindToRegistry
    public DiagnosticsMessages diagnosticsMessages(
            PrometheusMeterRegistry metricsRegistry, @BeanInject("jvmMeters") JvmMeters jvmMeters) {
        return new DiagnosticsMessages(() -> {
            jvmMeters.bind();
            return metricsRegistry.scrape();
        });
    }

    @BindToRegistry
    public StreamMessages streamMessages() {
        return new StreamMessages(new JsonFrames(), Clock.systemUTC());
    }

    /** Neither door nor messages know each other. */
    private record GrafanaTraces(RequestOrigins origins) implements RequestTraces {

        @Override
        public @Nullable String header(Object request, String name) {
            return origins.header(request, name);
        }

        @Override
        public Map<String, String> attributes(Object request) {
            return origins.attributes(request);
        }
    }
}
