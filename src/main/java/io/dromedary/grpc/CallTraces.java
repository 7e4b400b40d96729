// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.dromedary.tracing.Span;
import io.dromedary.tracing.Tracing;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The spans of calls, with what OpenTelemetry's conventions for RPC servers say of them. */
final class CallTraces {

    /** The statuses that are the server's fault. */
    private static final Set<Status.Code> FAULTS = EnumSet.of(
            Status.Code.UNKNOWN,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.UNIMPLEMENTED,
            Status.Code.INTERNAL,
            Status.Code.UNAVAILABLE,
            Status.Code.DATA_LOSS);

    private final Tracing tracing;
    private final @Nullable RequestTraces requests;

    CallTraces(Tracing tracing, @Nullable RequestTraces requests) {
        this.tracing = tracing;
        this.requests = requests;
    }

    /**
     * Begins the span of a call, in the trace that the metadata names, else the request itself.
     *
     * @param method full name, {@code package.Service/Method}
     */
    Span begin(String method, Object request, Map<String, String> metadata) {
        var span = tracing.server(method, name -> {
            var sent = metadata.get(name);
            return sent == null && requests != null ? requests.header(request, name) : sent;
        });
        if (span.isRecorded()) {
            var slash = method.indexOf('/');
            span.set("rpc.system", "grpc");
            span.set("rpc.service", method.substring(0, slash));
            span.set("rpc.method", method.substring(slash + 1));
            if (requests != null) {
                requests.attributes(request).forEach(span::set);
            }
        }
        return span;
    }

    static void end(Span span, Status status) {
        if (span.isRecorded()) {
            span.set("rpc.grpc.status_code", status.getCode().value());
            if (FAULTS.contains(status.getCode())) {
                span.fail(status.getCode().name());
            }
        }
        span.end();
    }
}
