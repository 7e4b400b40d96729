// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.api.Problem;
import io.dromedary.http.KnownVersions.UnknownVersionException;
import io.netty.handler.codec.TooLongFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is not HTTP, or too much of it, and closes the connection. */
final class BadRequests {

    private BadRequests() {}

    static void refuse(HttpServerRequest request) {
        refuse(request, problem(request.decoderResult().cause(), RequestIds.make()));
    }

    static void refuse(HttpServerRequest request, Problem problem) {
        var connection = request.connection();
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader(RequestIds.HEADER, problem.requestId())
                .putHeader("Connection", "close")
                .end(Buffer.buffer(problem.json()))
                .onComplete(sent -> connection.close());
    }

    private static Problem problem(Throwable cause, String id) {
        if (cause instanceof UnknownVersionException) {
            return new Problem(400, "There is no such version of HTTP; HTTP/1.1 is taken", id);
        }
        if (!(cause instanceof TooLongFrameException tooLong)) {
            return new Problem(400, "This is no HTTP request", id);
        }
        var text = String.valueOf(tooLong.getMessage());
        return text.contains("line")
                ? new Problem(414, "The address is too long", id)
                : new Problem(431, "The headers are too large", id);
    }
}
