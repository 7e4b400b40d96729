// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.sandbox.SandboxDatadog;
import io.dromedary.sandbox.SandboxReply;
import io.dromedary.sandbox.SandboxRequest;
import io.dromedary.step.SandboxHttp;
import java.time.Clock;
import java.util.function.Function;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** The embedded Datadog, for data sources of site {@code sandbox} and for {@code routes/api/sandbox}. */
public final class SandboxBeans implements CamelConfiguration {

    @BindToRegistry
    public Function<SandboxRequest, SandboxReply> sandboxDatadog(@PropertyInject("dromedary.sandbox.seed") long seed) {
        return new SandboxDatadog(Clock.systemUTC(), seed)::answer;
    }

    @BindToRegistry
    public SandboxHttp sandboxHttp() {
        return new SandboxHttp();
    }
}
