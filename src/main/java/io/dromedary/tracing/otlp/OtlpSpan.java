// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.dromedary.tracing.Span;
import io.dromedary.tracing.TraceContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** A span of OpenTelemetry's. */
final class OtlpSpan implements Span {

    private final Tracer tracer;
    private final io.opentelemetry.api.trace.Span span;

    OtlpSpan(Tracer tracer, io.opentelemetry.api.trace.Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    @Override
    public TraceContext context() {
        var place = span.getSpanContext();
        return new TraceContext(place.getTraceId(), place.getSpanId(), place.isSampled());
    }

    @Override
    public boolean isRecorded() {
        return span.isRecording();
    }

    @Override
    public Span child(String name) {
        return part(name, SpanKind.INTERNAL);
    }

    @Override
    public Span client(String name) {
        return part(name, SpanKind.CLIENT);
    }

    private Span part(String name, SpanKind kind) {
        var parent = Context.root().with(span);
        return new OtlpSpan(
                tracer,
                tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan());
    }

    @Override
    public void rename(String name) {
        span.updateName(name);
    }

    @Override
    public void set(String key, String value) {
        span.setAttribute(key, value);
    }

    @Override
    public void set(String key, long value) {
        span.setAttribute(key, value);
    }

    @Override
    public void event(String name) {
        span.addEvent(name);
    }

    @Override
    public void fail(String type) {
        span.setAttribute("error.type", type);
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void end() {
        span.end();
    }
}
