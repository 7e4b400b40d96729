// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogException;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.CsvFrames;
import io.dromedary.frame.Frame;
import io.dromedary.frame.JsonFrames;
import io.dromedary.frame.LongTable;
import io.dromedary.frame.NdjsonFrames;
import io.dromedary.frame.TableStream;
import io.dromedary.query.Answer;
import io.dromedary.resource.MethodNotAllowedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes answers in the form that was asked for. JSON tells of every query:
 * {@code {"results":{"A":{"status":200,"frames":[…]},"B":{"status":400,"error":"…","errorSource":"plugin"}}}}. All
 * other forms are one table of the queries that succeeded, which is written while it is sent. When all failed, the
 * reply is a problem with the first one's status. Stateless.
 */
public final class ApiReplies {

    private static final int OK = 200;
    private static final int NOT_ACCEPTABLE = 406;

    private final JsonFactory json = new JsonFactory();
    private final JsonFrames jsonFrames = new JsonFrames();
    private final CsvFrames csvFrames = new CsvFrames();
    private final NdjsonFrames ndjsonFrames = new NdjsonFrames();
    private final ArrowFrames arrowFrames;

    public ApiReplies(ArrowFrames arrowFrames) {
        this.arrowFrames = arrowFrames;
    }

    /**
     * Writes the answers.
     *
     * @param accept the header of that name, empty if it was not sent
     * @param requestId the request's name, for problems
     */
    public ApiReply reply(List<Answer> answers, String accept, String requestId) {
        var type = MediaType.accepted(accept);
        if (type.isEmpty()) {
            return problem(NOT_ACCEPTABLE, "Accept one of " + MediaType.all(), Map.of(), requestId);
        }
        var failures =
                answers.stream().map(Answer::failure).filter(Objects::nonNull).toList();
        if (!failures.isEmpty() && failures.size() == answers.size()) {
            return problem(failures.get(0).status(), failures.get(0).text(), Map.of(), requestId);
        }
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", type.get().text());
        headers.put("Vary", "Accept");
        if (type.get() != MediaType.JSON && !failures.isEmpty()) {
            headers.put("Dromedary-Failed-Queries", failed(answers));
        }
        return new ApiReply(OK, headers, body(answers, type.get()));
    }

    /** Returns why nothing could be answered. */
    public ApiReply problem(Throwable thrown, String requestId) {
        var failure = Failure.of(thrown);
        var headers = new HashMap<String, String>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MethodNotAllowedException refused) {
                headers.put("Allow", refused.allowed());
            }
            if (cause instanceof DatadogException refused) {
                refused.reset().ifPresent(reset -> headers.put("Retry-After", String.valueOf(reset.toSeconds() + 1)));
            }
        }
        return problem(failure.status(), failure.text(), headers, requestId);
    }

    private static ApiReply problem(int status, String detail, Map<String, String> more, String requestId) {
        var headers = new HashMap<>(more);
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        return new ApiReply(status, headers, new Problem(status, detail, requestId).json());
    }

    private Object body(List<Answer> answers, MediaType type) {
        return switch (type) {
            case JSON -> written(generator -> writeResults(answers, generator));
            case CSV -> TableStream.of(table(answers), csvFrames);
            case NDJSON -> TableStream.of(table(answers), ndjsonFrames);
            case ARROW -> arrowFrames.write(table(answers));
            case ARROW_STREAM -> TableStream.of(table(answers), arrowFrames);
        };
    }

    private static Frame table(List<Answer> answers) {
        try {
            return LongTable.of(frames(answers));
        } catch (IllegalArgumentException several) {
            throw new FailedException(new Failure(
                    NOT_ACCEPTABLE,
                    Source.PLUGIN,
                    "These answers do not fit into one table: ask one query at a time, or accept application/json"));
        }
    }

    private void writeResults(List<Answer> answers, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeObjectFieldStart("results");
        for (var answer : answers) {
            generator.writeObjectFieldStart(answer.refId());
            writeResult(answer, generator);
            generator.writeEndObject();
        }
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private void writeResult(Answer answer, JsonGenerator generator) throws IOException {
        var failure = answer.failure();
        generator.writeNumberField("status", failure == null ? OK : failure.status());
        if (failure != null) {
            generator.writeStringField("error", failure.text());
            generator.writeStringField("errorSource", failure.source().wireName());
        }
        generator.writeArrayFieldStart("frames");
        for (var frame : answer.frames()) {
            jsonFrames.write(frame, generator);
        }
        generator.writeEndArray();
    }

    private static String failed(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.failure() != null)
                .map(Answer::refId)
                .collect(Collectors.joining(","));
    }

    private static List<Frame> frames(List<Answer> answers) {
        return answers.stream().flatMap(answer -> answer.frames().stream()).toList();
    }

    private byte[] written(JsonContent content) {
        try (var out = new ByteArrayOutputStream()) {
            try (var generator = json.createGenerator(out)) {
                content.writeTo(generator);
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @FunctionalInterface
    private interface JsonContent {
        void writeTo(JsonGenerator generator) throws IOException;
    }
}
