// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import org.apache.camel.RuntimeCamelException;

/** Translates what a route failed with to what the caller may know. */
final class Statuses {

    private static final String UNKNOWN = "Dromedary failed; see its log";

    private Statuses() {}

    /**
     * Returns a status without anything that was not written for users: the text of an unknown exception may hold a
     * key.
     */
    static StatusRuntimeException of(Throwable thrown) {
        var failure = unwrap(thrown);
        if (failure instanceof StatusRuntimeException known) {
            return known;
        }
        if (failure instanceof StatusException known) {
            var trailers = known.getTrailers();
            return known.getStatus().asRuntimeException(trailers == null ? new Metadata() : trailers);
        }
        if (failure instanceof FailedException known) {
            return of(known.failure());
        }
        return Status.INTERNAL.withDescription(UNKNOWN).asRuntimeException();
    }

    /** Says whether {@link #of(Throwable)} keeps its text back, so that a log is the only place to find it. */
    static boolean hides(Throwable thrown) {
        var failure = unwrap(thrown);
        return !(failure instanceof StatusRuntimeException
                || failure instanceof StatusException
                || failure instanceof FailedException);
    }

    /** Camel wraps what beans and producers throw in some places and not in others. */
    private static Throwable unwrap(Throwable thrown) {
        var failure = thrown;
        while (failure instanceof RuntimeCamelException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }

    /** The detail named {@code errorSource} is where Grafana looks for whom to blame. */
    private static StatusRuntimeException of(Failure failure) {
        var blame = ErrorInfo.newBuilder()
                .putMetadata("errorSource", failure.source().wireName())
                .build();
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(code(failure.status()).value())
                .setMessage(failure.text())
                .addDetails(Any.pack(blame))
                .build());
    }

    /**
     * Status 429 is "unavailable", as Grafana shows RESOURCE_EXHAUSTED as an answer that is too large; 501 is a
     * failure, as Grafana takes UNIMPLEMENTED for a method that does not exist.
     */
    private static Status.Code code(int httpStatus) {
        return switch (httpStatus) {
            case 401 -> Status.Code.UNAUTHENTICATED;
            case 403 -> Status.Code.PERMISSION_DENIED;
            case 404 -> Status.Code.NOT_FOUND;
            case 409 -> Status.Code.ABORTED;
            case 413 -> Status.Code.RESOURCE_EXHAUSTED;
            case 429, 502, 503 -> Status.Code.UNAVAILABLE;
            case 499 -> Status.Code.CANCELLED;
            case 408, 504 -> Status.Code.DEADLINE_EXCEEDED;
            default -> httpStatus < 500 ? Status.Code.INVALID_ARGUMENT : Status.Code.INTERNAL;
        };
    }
}
