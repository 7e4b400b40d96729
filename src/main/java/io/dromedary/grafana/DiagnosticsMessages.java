// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import com.google.protobuf.ByteString;
import io.dromedary.proto.pluginv2.CollectMetricsResponse;
import java.util.function.Supplier;

/** Grafana's questions about Dromedary itself. */
public final class DiagnosticsMessages {

    private final Supplier<String> metrics;

    /** @param metrics all there is to tell now, in Prometheus' text format */
    public DiagnosticsMessages(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    public CollectMetricsResponse metrics() {
        var payload = CollectMetricsResponse.Payload.newBuilder().setPrometheus(ByteString.copyFromUtf8(metrics.get()));
        return CollectMetricsResponse.newBuilder().setMetrics(payload).build();
    }
}
