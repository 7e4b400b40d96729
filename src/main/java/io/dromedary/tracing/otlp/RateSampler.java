// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.function.LongSupplier;

/** Keeps so many traces a second, and as many at once after a quiet time; at least one. */
final class RateSampler implements Sampler {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier clock;
    private double balance;
    private long last;

    /** @param clock in nanoseconds */
    RateSampler(double perSecond, LongSupplier clock) {
        this.perSecond = Math.max(perSecond, 0);
        this.clock = clock;
        balance = most();
        last = clock.getAsLong();
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return take() ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    private synchronized boolean take() {
        var now = clock.getAsLong();
        balance = Math.min(most(), balance + (now - last) / NANOS * perSecond);
        last = now;
        if (balance < 1) {
            return false;
        }
        balance--;
        return true;
    }

    private double most() {
        return Math.max(perSecond, 1);
    }

    @Override
    public String getDescription() {
        return "RateSampler{" + perSecond + "/s}";
    }
}
