// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.dromedary.tracing.TraceSettings;
import io.grpc.ManagedChannelRegistry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

/** Makes what sends spans: over gRPC with the gRPC that is here anyway, over HTTP with the JDK's client. */
final class Exporters {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Exporters() {}

    static SpanExporter of(TraceSettings settings) {
        return switch (settings.protocol()) {
            case GRPC -> grpc(settings);
            case HTTP -> http(settings);
        };
    }

    private static SpanExporter grpc(TraceSettings settings) {
        var tls = TlsFiles.read(settings.tls());
        var exporter = OtlpGrpcSpanExporter.builder()
                .setEndpoint(String.valueOf(settings.endpoint()))
                .setTimeout(LONGEST)
                .setRetryPolicy(null)
                .setHeaders(settings::headers)
                .setMeterProvider(MeterProvider.noop())
                .setComponentLoader(new OwnSender(tls));
        try {
            return exporter.build();
        } catch (ManagedChannelRegistry.ProviderNotFoundException unusable) {
            throw new IllegalArgumentException("the files for TLS cannot be used", unusable);
        }
    }

    private static SpanExporter http(TraceSettings settings) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(String.valueOf(settings.endpoint()))
                .setTimeout(LONGEST)
                .setRetryPolicy(null)
                .setHeaders(settings::headers)
                .setMeterProvider(MeterProvider.noop());
        TlsFiles.read(settings.tls()).applyTo(exporter);
        return exporter.build();
    }

    /** OpenTelemetry has a sender of its own for gRPC, which brings another HTTP client and Kotlin with it. */
    private record OwnSender(TlsFiles tls) implements ComponentLoader {
        @Override
        public <T> Iterable<T> load(Class<T> type) {
            return type == GrpcSenderProvider.class
                    ? List.of(type.cast((GrpcSenderProvider) config -> new ChannelSender(config, tls)))
                    : ServiceLoader.load(type, Exporters.class.getClassLoader());
        }
    }
}
