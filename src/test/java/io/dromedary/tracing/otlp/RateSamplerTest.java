// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateSamplerTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void keepsSoManyASecond() {
        var sampler = new RateSampler(2, now::get);

        assertThat(kept(sampler, 10)).isEqualTo(2);
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(kept(sampler, 10)).isEqualTo(1);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(kept(sampler, 10)).isEqualTo(2);
    }

    @Test
    void keepsOneNowAndThen() {
        var sampler = new RateSampler(0.1, now::get);

        assertThat(kept(sampler, 10)).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(kept(sampler, 10)).isZero();
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(kept(sampler, 10)).isEqualTo(1);
    }

    private static long kept(RateSampler sampler, int traces) {
        return IntStream.range(0, traces)
                .mapToObj(i ->
                        sampler.shouldSample(Context.root(), "", "", SpanKind.SERVER, Attributes.empty(), List.of()))
                .filter(result -> result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE)
                .count();
    }
}
