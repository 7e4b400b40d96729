// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.api.Problem;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests with a problem, under the name that {@link FrontDoor} gave them. Where the request has not been read
 * to its end, or part of another answer is sent, the connection is closed. Stateless.
 */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final HttpLimits limits;

    Refusals(HttpLimits limits) {
        this.limits = limits;
    }

    /** The request has had its time to arrive. */
    void readTimeIsUp(RoutingContext exchange) {
        if (!exchange.request().isEnded()) {
            send(
                    exchange,
                    408,
                    "The request did not arrive within " + limits.readTimeout().toSeconds() + " s");
        }
    }

    /** The answer has had its time. */
    void callTimeIsUp(RoutingContext exchange) {
        send(
                exchange,
                504,
                "This took longer than " + limits.callTimeout().toSeconds()
                        + " s: ask for less at a time, or for a shorter range");
    }

    /**
     * No route took the request.
     *
     * @param allowed the methods its path takes, as the header {@code Allow} lists them; empty for none
     */
    void notServed(RoutingContext exchange, String allowed) {
        if (allowed.isEmpty()) {
            send(exchange, 404, Addresses.UNKNOWN);
            return;
        }
        exchange.response().putHeader("Allow", allowed);
        send(exchange, 405, "This resource takes " + allowed + " only");
    }

    /** The server, or a handler, gave the request up. */
    void failed(RoutingContext exchange) {
        if (isCallersFault(exchange.failure(), exchange.request())) {
            send(exchange, 400, "This request cannot be read");
            return;
        }
        var status = exchange.statusCode() < 400 ? 500 : exchange.statusCode();
        if (status == 500) {
            LOG.error("A request failed [{}]", id(exchange), exchange.failure());
        }
        send(
                exchange,
                status,
                switch (status) {
                    case 413 -> limits.tooLarge();
                    case 500 -> "Dromedary failed; its log tells why. Please report it";
                    default -> "This request cannot be read";
                });
    }

    /** The connection broke while the body was under way, or the body is not what HTTP allows. */
    private static boolean isCallersFault(@Nullable Throwable failure, HttpServerRequest request) {
        return failure instanceof HttpClosedException
                || (!request.isEnded()
                        && (failure instanceof DecoderException || failure instanceof NumberFormatException));
    }

    /**
     * Sends a problem, unless an answer was sent already.
     *
     * @param text what the caller reads, free of secrets
     */
    void send(RoutingContext exchange, int status, String text) {
        var response = exchange.response();
        var connection = exchange.request().connection();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            connection.close();
            return;
        }
        headers(exchange, status);
        var isRead = exchange.request().isEnded();
        if (!isRead) {
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(new Problem(status, text, id(exchange)).json()))
                .onComplete(sent -> {
                    if (!isRead) {
                        connection.close();
                    }
                });
    }

    private static void headers(RoutingContext exchange, int status) {
        if (status == 401) {
            exchange.response().putHeader("WWW-Authenticate", "Bearer");
        }
        if (status == 503) {
            exchange.response().putHeader("Retry-After", "1");
        }
    }

    private static String id(RoutingContext exchange) {
        return Objects.requireNonNullElseGet(exchange.response().headers().get(RequestIds.HEADER), RequestIds::make);
    }
}
