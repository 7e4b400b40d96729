// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.call.Failure;
import io.dromedary.frame.ArrowFrames;
import io.dromedary.frame.CsvFrames;
import io.dromedary.frame.Frame;
import io.dromedary.frame.JsonFrames;
import io.dromedary.frame.LongTable;
import io.dromedary.query.Answer;
import io.dromedary.resource.MethodNotAllowedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers in the form that was asked for. JSON tells of every query:
 * {@code {"results":{"A":{"status":200,"frames":[…]},"B":{"status":400,"error":"…","errorSource":"plugin"}}}}. CSV and
 * Arrow are one table of the queries that succeeded. When all failed, the reply is a problem with the first one's
 * status. Stateless.
 */
public final class ApiReplies {

    private static final String PROBLEM = "application/problem+json";
    private static final int OK = 200;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final JsonFactory json = new JsonFactory();
    private final JsonFrames jsonFrames = new JsonFrames();
    private final CsvFrames csvFrames = new CsvFrames();
    private final ArrowFrames arrowFrames;

    public ApiReplies(ArrowFrames arrowFrames) {
        this.arrowFrames = arrowFrames;
    }

    /** @param accept the header of that name, null if it was not sent */
    public ApiReply reply(List<Answer> answers, @Nullable String accept) {
        var type = MediaType.accepted(accept);
        if (type.isEmpty()) {
            return problem(NOT_ACCEPTABLE, "Accept one of application/json, text/csv, " + MediaType.ARROW.text());
        }
        var failures =
                answers.stream().map(Answer::failure).filter(Objects::nonNull).toList();
        if (!failures.isEmpty() && failures.size() == answers.size()) {
            return problem(failures.get(0));
        }
        return new ApiReply(
                OK, type.get().text(), type.get() == MediaType.JSON ? "" : failed(answers), body(answers, type.get()));
    }

    /** Returns why nothing could be answered, a problem as RFC 9457 has it. */
    public ApiReply problem(Throwable thrown) {
        return problem(Failure.of(thrown));
    }

    /** Returns the methods that the asked resource takes, for the header {@code Allow}; empty if that is not known. */
    public String allowed(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MethodNotAllowedException refused) {
                return refused.allowed();
            }
        }
        return "";
    }

    private ApiReply problem(Failure failure) {
        return problem(failure.status(), failure.text());
    }

    /** Returns the problem of a body that was sent as a form. */
    public ApiReply notJson() {
        return problem(UNSUPPORTED_MEDIA_TYPE, "Send JSON, with the header Content-Type: application/json");
    }

    private ApiReply problem(int status, String detail) {
        var body = written(generator -> {
            generator.writeStartObject();
            generator.writeNumberField("status", status);
            generator.writeStringField("detail", detail);
            generator.writeEndObject();
        });
        return new ApiReply(status, PROBLEM, "", body);
    }

    private byte[] body(List<Answer> answers, MediaType type) {
        return switch (type) {
            case JSON -> written(generator -> writeResults(answers, generator));
            case CSV -> csv(frames(answers));
            case ARROW -> arrowFrames.write(LongTable.of(frames(answers)));
        };
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

    private byte[] csv(List<Frame> frames) {
        try (var out = new ByteArrayOutputStream()) {
            csvFrames.write(frames, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
