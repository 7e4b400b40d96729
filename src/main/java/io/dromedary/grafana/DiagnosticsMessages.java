// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.ByteString;
import io.dromedary.call.Failure;
import io.dromedary.health.HealthReport;
import io.dromedary.proto.pluginv2.CheckHealthResponse;
import io.dromedary.proto.pluginv2.CollectMetricsResponse;
import java.util.function.Supplier;

/** Grafana's questions about Dromedary itself. */
public final class DiagnosticsMessages {

    /** Made with the first health check, not at the start. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    private final Supplier<String> metrics;

    /** @param metrics all there is to tell now, in Prometheus' text format */
    public DiagnosticsMessages(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    /** Writes what was found; the details become the JSON object that Grafana shows below the message. */
    public CheckHealthResponse health(HealthReport report) {
        var status = switch (report.status()) {
            case OK -> CheckHealthResponse.HealthStatus.OK;
            case ERROR -> CheckHealthResponse.HealthStatus.ERROR;
        };
        return CheckHealthResponse.newBuilder()
                .setStatus(status)
                .setMessage(report.message())
                .setJsonDetails(ByteString.copyFromUtf8(
                        Json.MAPPER.valueToTree(report.details()).toString()))
                .build();
    }

    /** Writes why the data source could not even be asked. */
    public CheckHealthResponse failed(Throwable thrown) {
        return health(HealthReport.of(Failure.of(thrown)));
    }

    public CollectMetricsResponse metrics() {
        var payload = CollectMetricsResponse.Payload.newBuilder().setPrometheus(ByteString.copyFromUtf8(metrics.get()));
        return CollectMetricsResponse.newBuilder().setMetrics(payload).build();
    }
}
