// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.protobuf.ByteString;
import io.dromedary.call.Arrivals;
import io.dromedary.frame.Frame;
import io.dromedary.frame.JsonFrames;
import io.dromedary.proto.pluginv2.PublishStreamResponse;
import io.dromedary.proto.pluginv2.RunStreamRequest;
import io.dromedary.proto.pluginv2.StreamPacket;
import io.dromedary.proto.pluginv2.SubscribeStreamRequest;
import io.dromedary.proto.pluginv2.SubscribeStreamResponse;
import io.dromedary.query.AskedQuery;
import io.dromedary.query.QueryBatch;
import io.grpc.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Grafana's live streams, to our model and back. There is one kind: the path {@code tail/<anything>} with a saved query
 * for logs as its data. Nobody may publish. Stateless.
 */
public final class StreamMessages {

    /** Made with the first frame, not at the start. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }

    private static final String TAIL = "tail/";

    /** The window of the query counts for nothing: a tail begins now. */
    private static final long WINDOW_MILLIS = Duration.ofMinutes(1).toMillis();

    private final JsonFrames jsonFrames;
    private final Clock clock;

    public StreamMessages(JsonFrames jsonFrames, Clock clock) {
        this.jsonFrames = jsonFrames;
        this.clock = clock;
    }

    /** Tells whether there is such a stream; it is not begun yet. */
    public SubscribeStreamResponse subscribed(SubscribeStreamRequest request) {
        var known = request.getPath().startsWith(TAIL) && !request.getData().isEmpty();
        return SubscribeStreamResponse.newBuilder()
                .setStatus(known ? SubscribeStreamResponse.Status.OK : SubscribeStreamResponse.Status.NOT_FOUND)
                .build();
    }

    /** Refuses whoever wants to send into a stream. */
    public PublishStreamResponse denied() {
        return PublishStreamResponse.newBuilder()
                .setStatus(PublishStreamResponse.Status.PERMISSION_DENIED)
                .build();
    }

    /** Reads what is to be followed; ends a stream that Grafana should not have started with gRPC status NOT_FOUND. */
    public QueryBatch batch(RunStreamRequest request) {
        if (!request.getPath().startsWith(TAIL)) {
            throw Status.NOT_FOUND.withDescription("There is no such stream").asRuntimeException();
        }
        var now = clock.millis();
        var query = new AskedQuery(
                "A", "", now - WINDOW_MILLIS, now, 0, 0, request.getData().toByteArray());
        return new QueryBatch(List.of(query), true, false);
    }

    /** Returns a message for each frame, in the JSON form that Grafana's live channels carry. */
    public Arrivals<StreamPacket> packets(Arrivals<Frame> frames) {
        return new Arrivals<>() {
            @Override
            public Duration pause() {
                return frames.pause();
            }

            @Override
            public boolean hasNext() {
                return frames.hasNext();
            }

            @Override
            public StreamPacket next() {
                return packet(frames.next());
            }

            @Override
            public void close() {
                frames.close();
            }
        };
    }

    private StreamPacket packet(Frame frame) {
        var text = new StringWriter();
        try (var json = Json.FACTORY.createGenerator(text)) {
            jsonFrames.write(frame, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return StreamPacket.newBuilder()
                .setData(ByteString.copyFrom(text.toString(), UTF_8))
                .build();
    }
}
