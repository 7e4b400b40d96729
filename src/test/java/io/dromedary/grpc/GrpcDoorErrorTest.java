// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.rpc.ErrorInfo;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.proto.pluginv2.DataGrpc;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrpcDoorErrorTest extends DoorTestSupport {

    private final Logger log = Logger.getLogger("");
    private final Records records = new Records();
    private volatile Exception failure = new IllegalStateException("not set");

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(QUERY).process(exchange -> {
                    throw failure;
                });
            }
        };
    }

    @BeforeEach
    void listen() {
        log.addHandler(records);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(records);
    }

    private Throwable answerTo(Exception thrown) {
        failure = thrown;
        return catchThrowable(() -> data().queryData(QueryDataRequest.getDefaultInstance()));
    }

    @Test
    void keepsTheTextOfAnUnknownExceptionForTheLog() {
        var answer = answerTo(new IllegalArgumentException("key 0123456789abcdef is wrong"));

        assertThat(answer).hasMessage("INTERNAL: Dromedary failed; see its log").hasNoCause();
        assertThat(records.of(Level.SEVERE))
                .singleElement()
                .satisfies(record -> assertThat(record.getThrown()).isSameAs(failure));
    }

    @Test
    void passesAStatusOn() {
        var answer = answerTo(Status.NOT_FOUND.withDescription("nothing here").asException());

        assertThat(answer).hasMessage("NOT_FOUND: nothing here");
        assertThat(records.of(Level.SEVERE)).isEmpty();
    }

    @Test
    void refusesWhatIsNoMessageAndLogsNothing() {
        var bytes = new Bytes();
        var method = DataGrpc.getQueryDataMethod().toBuilder(bytes, bytes).build();
        for (var message : List.of(new byte[] {-1, -1, -1}, new byte[18 << 20])) {
            var answer = catchThrowable(
                    () -> ClientCalls.blockingUnaryCall(data().getChannel(), method, CallOptions.DEFAULT, message));

            assertThat(Status.fromThrowable(answer).getCode())
                    .isIn(Status.Code.INVALID_ARGUMENT, Status.Code.RESOURCE_EXHAUSTED);
        }
        assertThat(records.of(Level.SEVERE)).isEmpty();
        assertThat(records.of(Level.WARNING)).isEmpty();
    }

    private static final class Bytes implements Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream message) {
            return new byte[0];
        }
    }

    @Test
    void saysWhatFailedAndWhoIsToBlame() throws Exception {
        var answer = answerTo(new RuntimeCamelException(
                new FailedException(new Failure(403, Source.DOWNSTREAM, "Datadog refused the application key"))));

        assertThat(answer).hasMessage("PERMISSION_DENIED: Datadog refused the application key");
        var details = StatusProto.fromThrowable(answer).getDetails(0).unpack(ErrorInfo.class);
        assertThat(details.getMetadataMap()).containsEntry("errorSource", "downstream");
        assertThat(records.of(Level.SEVERE)).isEmpty();
    }

    private static final class Records extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord record) {
            records.add(record);
        }

        synchronized List<LogRecord> of(Level level) {
            return records.stream()
                    .filter(record -> record.getLevel().equals(level))
                    .toList();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
