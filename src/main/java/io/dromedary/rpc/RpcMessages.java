// SPDX-License-Identifier: Apache-2.0
package io.dromedary.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.dromedary.api.ApiRequest;
import io.dromedary.api.ApiRequestReader;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.Frame;
import io.dromedary.health.HealthReport;
import io.dromedary.proto.v1.HealthResponse;
import io.dromedary.proto.v1.QueryAnswer;
import io.dromedary.proto.v1.QueryPart;
import io.dromedary.proto.v1.QueryRequest;
import io.dromedary.proto.v1.QueryResponse;
import io.dromedary.query.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Messages of {@code dromedary.v1} to our model, and back. Stateless. */
public final class RpcMessages {

    private static final int OK = 200;

    private final JsonMapper json = JsonMapper.builder().build();
    private final ApiRequestReader reader;
    private final ArrowFrames arrowFrames;

    public RpcMessages(ApiRequestReader reader, ArrowFrames arrowFrames) {
        this.reader = reader;
        this.arrowFrames = arrowFrames;
    }

    /**
     * Reads what is asked: the same as the body of {@code POST /api/v1/query} says.
     *
     * @throws FailedException with status 400 and what to correct
     */
    public ApiRequest request(QueryRequest message) {
        var root = json.createObjectNode().put("instance", message.getInstance());
        if (!message.getFrom().isEmpty()) {
            root.put("from", message.getFrom());
        }
        if (!message.getTo().isEmpty()) {
            root.put("to", message.getTo());
        }
        root.put("maxDataPoints", message.getMaxDataPoints()).put("intervalMs", message.getIntervalMs());
        var queries = root.putArray("queries");
        for (var query : message.getQueriesList()) {
            try {
                queries.add(json.readTree(query));
            } catch (JsonProcessingException malformed) {
                throw new FailedException(Failure.badRequest("Each of queries must be a JSON object, such as"
                        + " {\"refId\":\"A\",\"query\":\"avg:system.cpu.user{*}\"}"));
            }
        }
        return reader.read(root.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns all answers in one message, each frame as an Arrow file. */
    public QueryResponse response(List<Answer> answers) {
        var response = QueryResponse.newBuilder();
        for (var answer : answers) {
            var one = response.addAnswersBuilder().setRefId(answer.refId()).setStatus(OK);
            answer.frames().forEach(frame -> one.addFrames(bytes(frame)));
            if (answer.failure() != null) {
                fail(answer.failure(), one);
            }
        }
        return response.build();
    }

    /** Returns the messages of a stream; each frame is written when the caller is ready for it. */
    public Iterator<QueryPart> parts(List<Answer> answers) {
        return answers.stream().flatMap(this::parts).iterator();
    }

    /** Returns what a health check found. */
    public HealthResponse health(HealthReport report) {
        var response = HealthResponse.newBuilder()
                .setOk(report.status() == HealthReport.Status.OK)
                .setMessage(report.message());
        if (report.details().get("checks") instanceof Map<?, ?> checks) {
            checks.forEach((name, check) -> {
                if (check instanceof Map<?, ?> result) {
                    response.addChecks(check(String.valueOf(name), result));
                }
            });
        }
        return response.build();
    }

    private static HealthResponse.Check check(String name, Map<?, ?> result) {
        var check = HealthResponse.Check.newBuilder().setName(name).setWorks(Boolean.TRUE.equals(result.get("works")));
        if (result.get("permission") instanceof String permission) {
            check.setPermission(permission);
        }
        if (result.get("text") instanceof String text) {
            check.setText(text);
        }
        return check.build();
    }

    private Stream<QueryPart> parts(Answer answer) {
        var failure = answer.failure();
        if (failure != null) {
            return Stream.of(QueryPart.newBuilder()
                    .setRefId(answer.refId())
                    .setStatus(failure.status())
                    .setError(failure.text())
                    .setErrorSource(failure.source().wireName())
                    .build());
        }
        return answer.frames().isEmpty()
                ? Stream.of(part(answer).build())
                : answer.frames().stream()
                        .map(frame -> part(answer).setFrame(bytes(frame)).build());
    }

    private static QueryPart.Builder part(Answer answer) {
        return QueryPart.newBuilder().setRefId(answer.refId()).setStatus(OK);
    }

    private static void fail(Failure failure, QueryAnswer.Builder answer) {
        answer.setStatus(failure.status())
                .setError(failure.text())
                .setErrorSource(failure.source().wireName());
    }

    private ByteString bytes(Frame frame) {
        return UnsafeByteOperations.unsafeWrap(arrowFrames.write(frame));
    }
}
