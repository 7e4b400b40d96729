// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import io.dromedary.proto.pluginv2.PublishStreamResponse;
import io.dromedary.proto.pluginv2.SubscribeStreamResponse;
import io.grpc.Status;

/** Answers about live streams: there are none yet, and nobody may publish. Stateless. */
public final class StreamMessages {

    public SubscribeStreamResponse notFound() {
        return SubscribeStreamResponse.newBuilder()
                .setStatus(SubscribeStreamResponse.Status.NOT_FOUND)
                .build();
    }

    public PublishStreamResponse denied() {
        return PublishStreamResponse.newBuilder()
                .setStatus(PublishStreamResponse.Status.PERMISSION_DENIED)
                .build();
    }

    /** Ends a stream that Grafana should not have started: gRPC status NOT_FOUND. */
    public void refuse() {
        throw Status.NOT_FOUND.withDescription("There are no streams").asRuntimeException();
    }
}
