// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.dromedary.tracing.TraceSettings;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Objects;

/** Makes what decides which of the traces that begin here are kept. */
final class Samplers {

    private Samplers() {}

    static Sampler of(TraceSettings settings) {
        var sampling = settings.sampling();
        return switch (sampling.kind()) {
            case SHARE -> share(sampling.number());
            case RATE -> new RateSampler(sampling.number(), System::nanoTime);
            case REMOTE ->
                new RemoteSampler(
                        Objects.requireNonNull(sampling.remote()), settings.service(), share(sampling.number()));
        };
    }

    /** @param share 0 to 1 */
    static Sampler share(double share) {
        if (share >= 1) {
            return Sampler.alwaysOn();
        }
        return share <= 0 ? Sampler.alwaysOff() : Sampler.traceIdRatioBased(share);
    }
}
