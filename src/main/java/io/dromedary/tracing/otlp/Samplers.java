// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.dromedary.tracing.Sampling;
import io.dromedary.tracing.TraceSettings;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Decides which traces are kept: a caller's decision stands, the settings decide on those that begin here. */
final class Samplers {

    private Samplers() {}

    static Sampler of(TraceSettings settings) {
        return Sampler.parentBased(own(settings.sampling(), settings.service()));
    }

    private static Sampler own(Sampling sampling, String service) {
        return switch (sampling.kind()) {
            case SHARE -> share(sampling.number());
            case RATE -> new RateSampler(sampling.number(), System::nanoTime);
            case REMOTE -> share(sampling.number());
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
