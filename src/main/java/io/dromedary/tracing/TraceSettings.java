// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where traces are sent, and which.
 *
 * @param endpoint for gRPC scheme, host and port, for HTTP the whole address; null: nowhere
 * @param headers sent along, maybe secret
 * @param tls what an endpoint of https needs
 * @param service the name that stands for this process
 * @param attributes what else is said of this process
 */
public record TraceSettings(
        @Nullable URI endpoint,
        Protocol protocol,
        Map<String, String> headers,
        TraceTls tls,
        List<Propagation> propagation,
        Sampling sampling,
        String service,
        Map<String, String> attributes) {

    /** How the OpenTelemetry protocol travels. */
    public enum Protocol {
        GRPC,
        HTTP
    }

    public TraceSettings {
        headers = Map.copyOf(headers);
        propagation = List.copyOf(propagation);
        attributes = Map.copyOf(attributes);
    }

    /** Says nothing of the headers. */
    @Override
    public String toString() {
        return service + " -> " + endpoint + " " + protocol + " " + sampling;
    }
}
