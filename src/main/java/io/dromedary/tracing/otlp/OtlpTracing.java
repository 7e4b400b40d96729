// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.dromedary.tracing.Propagation;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.TraceContext;
import io.dromedary.tracing.TraceSettings;
import io.dromedary.tracing.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Records spans and sends them in the background, a batch each second. Spans that wait are bounded; what comes beyond
 * that is lost, as is what cannot be sent.
 */
public final class OtlpTracing implements Tracing {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OtlpTracing.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 2048;
    private static final int MAX_TEXT = 256;

    /** Grafana kills a plugin two seconds after it asked it to end, and calls may have used most of them. */
    private static final Duration LAST_BATCH = Duration.ofMillis(500);

    /** Its complaints are said once, by {@link TellingExporter}. The JDK forgets the level when nobody holds it. */
    private final Logger libraryLog = Logger.getLogger("io.opentelemetry");

    private final List<Propagation> ways;
    private final Sampler sampler;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private OtlpTracing(List<Propagation> ways, Sampler sampler, SdkTracerProvider provider, String version) {
        this.ways = ways;
        this.sampler = sampler;
        this.provider = provider;
        tracer = provider.get("io.dromedary", version);
        libraryLog.setLevel(Level.OFF);
    }

    /**
     * Starts to record; nothing is sent and nobody is called before there are spans.
     *
     * @param settings with an endpoint
     */
    public static Tracing start(TraceSettings settings, String version) {
        var exporter = new TellingExporter(Exporters.of(settings), String.valueOf(settings.endpoint()));
        var batches = BatchSpanProcessor.builder(exporter)
                .setScheduleDelay(PAUSE)
                .setMaxQueueSize(MAX_WAITING)
                .build();
        var sampler = Samplers.of(settings);
        var provider = SdkTracerProvider.builder()
                .setResource(resource(settings, version))
                .setSampler(Sampler.parentBased(sampler))
                .setSpanLimits(SpanLimits.builder()
                        .setMaxAttributeValueLength(MAX_TEXT)
                        .build())
                .addSpanProcessor(batches)
                .build();
        LOG.info("Traces are sent to {}", settings.endpoint());
        return new OtlpTracing(settings.propagation(), sampler, provider, version);
    }

    private static Resource resource(TraceSettings settings, String version) {
        var attributes = Attributes.builder();
        settings.attributes().forEach(attributes::put);
        return Resource.getDefault()
                .merge(Resource.create(attributes
                        .put("service.name", settings.service())
                        .put("service.version", version)
                        .build()));
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Span server(String name, UnaryOperator<@Nullable String> headers) {
        return begin(name, SpanKind.SERVER, caller(Propagation.find(ways, headers)));
    }

    @Override
    public Span client(Span parent, String name) {
        return parent instanceof OtlpSpan own ? own.client(name) : begin(name, SpanKind.CLIENT, Context.root());
    }

    private Span begin(String name, SpanKind kind, Context parent) {
        return new OtlpSpan(
                tracer,
                tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan());
    }

    private static Context caller(@Nullable TraceContext sent) {
        if (sent == null) {
            return Context.root();
        }
        var flags = sent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        var place = SpanContext.createFromRemoteParent(sent.traceId(), sent.spanId(), flags, TraceState.getDefault());
        return Context.root().with(io.opentelemetry.api.trace.Span.wrap(place));
    }

    @Override
    public void close() {
        if (sampler instanceof RemoteSampler remote) {
            remote.close();
        }
        provider.shutdown().join(LAST_BATCH.toMillis(), TimeUnit.MILLISECONDS);
    }
}
