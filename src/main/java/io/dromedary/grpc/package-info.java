// SPDX-License-Identifier: Apache-2.0
/**
 * A Camel component: one shared asynchronous gRPC server, one endpoint a method
 * ({@code grpc-door:package.Service/Method}). Knows nothing of Datadog or queries.
 *
 * <p>What a route gets: the request message as body, the variables {@value io.dromedary.grpc.GrpcDoorConsumer#METADATA}
 * (ASCII metadata of the call, {@code Map<String, String>}) and
 * {@value io.dromedary.grpc.GrpcDoorConsumer#CANCELLATION} ({@link io.dromedary.call.Cancellation}), and in a trace
 * {@value io.dromedary.grpc.GrpcDoorConsumer#SPAN} ({@link io.dromedary.tracing.Span}). What it leaves: the response
 * message; for a server-streaming method also an {@link Iterable} or {@link java.util.Iterator} of them.
 */
@NullMarked
package io.dromedary.grpc;

import org.jspecify.annotations.NullMarked;
