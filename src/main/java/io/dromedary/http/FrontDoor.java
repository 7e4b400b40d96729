// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.api.HttpGate;
import io.dromedary.api.Problem;
import io.dromedary.call.Cancellation;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.Tracing;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes before a route, or Camel's own pages, see it: it gets a name, is checked by the
 * {@link HttpGate}, must be of a size and kind that is taken, finds room among the calls in flight, and has its time.
 * Whoever is turned away, here or by the server, reads a problem (RFC 9457). Thread-safe.
 */
public final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int FIRST = -1_000;
    private static final int LAST = Integer.MAX_VALUE;
    private static final String API = "/api/";

    private final HttpGate gate;
    private final Tracing tracing;
    private final HttpLimits limits;
    private final ConnectionWatch watch;
    private final Map<HttpServerRequest, HttpCall> calls = new ConcurrentHashMap<>();

    public FrontDoor(HttpGate gate, Tracing tracing, HttpLimits limits, ConnectionWatch watch) {
        this.gate = gate;
        this.tracing = tracing;
        this.limits = limits;
        this.watch = watch;
    }

    /**
     * Stands in front of all that a router serves.
     *
     * @param allowed the methods a path takes, as the header {@code Allow} lists them; empty for one that is not there
     */
    public void guard(Router router, UnaryOperator<String> allowed) {
        router.route().order(FIRST).handler(this::admit).failureHandler(this::failed);
        router.route().order(LAST).handler(exchange -> notServed(exchange, allowed.apply(exchange.normalizedPath())));
    }

    /** Returns the call that a request is; one that did not come through this door has neither name nor end. */
    public HttpCall call(@Nullable HttpServerRequest request) {
        var call = request == null ? null : calls.get(request);
        return call == null ? new HttpCall(RequestIds.make(), new Cancellation(), Span.NONE) : call;
    }

    /** Returns how many calls are answered or waiting now. */
    public int inFlight() {
        return calls.size();
    }

    private void admit(RoutingContext exchange) {
        var request = exchange.request();
        if (calls.containsKey(request)) {
            // one server may have two routers in a row: Camel's own pages have theirs
            exchange.next();
            return;
        }
        watch.began(request.connection());
        var refusal = refusal(exchange);
        // strangers leave no traces
        var span = refusal == null ? span(exchange) : Span.NONE;
        var call = new HttpCall(RequestIds.of(request.getHeader(RequestIds.HEADER)), new Cancellation(), span);
        exchange.response().putHeader(RequestIds.HEADER, call.id()).putHeader("X-Content-Type-Options", "nosniff");
        exchange.addHeadersEndHandler(sending -> tellCaches(exchange.response()));
        calls.put(request, call);
        exchange.addEndHandler(ended -> leave(exchange, call, ended.failed()));
        if (refusal != null) {
            refuse(exchange, refusal.status(), refusal.text());
            return;
        }
        begin(exchange, call);
    }

    /** What has an entity tag may be kept if it is asked after each time; everything else is of the moment. */
    private static void tellCaches(HttpServerResponse response) {
        response.putHeader("Cache-Control", response.headers().contains("ETag") ? "no-cache" : "no-store");
    }

    private void begin(RoutingContext exchange, HttpCall call) {
        var vertx = exchange.vertx();
        var reading = vertx.setTimer(limits.readTimeout().toMillis(), late -> tooSlow(exchange));
        var answering = vertx.setTimer(limits.callTimeout().toMillis(), late -> {
            refuse(
                    exchange,
                    504,
                    "This took longer than " + limits.callTimeout().toSeconds()
                            + " s: ask for less at a time, or for a shorter range");
            cancel(call);
        });
        exchange.addEndHandler(ended -> {
            vertx.cancelTimer(reading);
            vertx.cancelTimer(answering);
        });
        exchange.next();
    }

    private void leave(RoutingContext exchange, HttpCall call, boolean callerIsGone) {
        var request = exchange.request();
        calls.remove(request);
        watch.awaitRequest(request.connection());
        if (callerIsGone) {
            cancel(call);
        }
        end(call.span(), status(exchange));
        try (var scope = CurrentSpan.enter(call.span())) {
            LOG.debug("{} {} gave {} [{}]", request.method(), exchange.normalizedPath(), status(exchange), call.id());
        }
    }

    /** Pages of health and metrics are asked for all the time, and lead to no calls. */
    private Span span(RoutingContext exchange) {
        if (!exchange.normalizedPath().startsWith(API)) {
            return Span.NONE;
        }
        var request = exchange.request();
        var span = tracing.server(request.method().name(), request::getHeader);
        if (span.isRecorded()) {
            span.set("http.request.method", request.method().name());
        }
        return span;
    }

    private static void end(Span span, int status) {
        if (span.isRecorded()) {
            span.set("http.response.status_code", status);
            if (status >= 500) {
                span.fail(String.valueOf(status));
            }
        }
        span.end();
    }

    /** Whoever listens may be slow to let go, and an event loop serves other calls too. */
    private static void cancel(HttpCall call) {
        ForkJoinPool.commonPool().execute(call.cancellation()::cancel);
    }

    private static int status(RoutingContext exchange) {
        return exchange.response().getStatusCode();
    }

    private HttpGate.@Nullable Refusal refusal(RoutingContext exchange) {
        var request = exchange.request();
        var path = exchange.normalizedPath();
        var refused = gate.check(
                request.method().name(),
                path,
                request.getHeader("Authorization"),
                request.getHeader("Host"),
                request.getHeader("Origin"));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!isDecodable(exchange)) {
            return new HttpGate.Refusal(400, "The address holds a percent sign that encodes nothing");
        }
        if (bodyLength(request) > limits.bodyBytes()) {
            return new HttpGate.Refusal(413, "The body is larger than " + limits.bodyBytes() + " bytes; send less");
        }
        if (path.startsWith(API) && hasBody(request) && !isJson(request.getHeader("Content-Type"))) {
            return new HttpGate.Refusal(415, "Send JSON, with the header Content-Type: application/json");
        }
        if (path.startsWith(API) && calls.size() >= limits.calls()) {
            return new HttpGate.Refusal(503, "Dromedary is too busy to take this request; try again in a moment");
        }
        return null;
    }

    private static boolean isDecodable(RoutingContext exchange) {
        try {
            exchange.queryParams();
            return true;
        } catch (HttpException malformed) {
            return false;
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return bodyLength(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static long bodyLength(HttpServerRequest request) {
        try {
            return Long.parseLong(Objects.requireNonNullElse(request.getHeader("Content-Length"), "0"));
        } catch (NumberFormatException noNumber) {
            return Long.MAX_VALUE;
        }
    }

    /** Whoever leaves it out means JSON: nothing else is taken. */
    private static boolean isJson(@Nullable String contentType) {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
    }

    private void tooSlow(RoutingContext exchange) {
        if (!exchange.request().isEnded()) {
            refuse(
                    exchange,
                    408,
                    "The request did not arrive within " + limits.readTimeout().toSeconds() + " s");
        }
    }

    private void notServed(RoutingContext exchange, String allowed) {
        if (allowed.isEmpty()) {
            refuse(exchange, 404, "There is nothing here; /openapi.yaml tells what there is");
            return;
        }
        exchange.response().putHeader("Allow", allowed);
        refuse(exchange, 405, "This resource takes " + allowed + " only");
    }

    private void failed(RoutingContext exchange) {
        if (isCallersFault(exchange.failure(), exchange.request())) {
            refuse(exchange, 400, "This request cannot be read");
            return;
        }
        var status = exchange.statusCode() < 400 ? 500 : exchange.statusCode();
        if (status == 500) {
            LOG.error("A request failed [{}]", call(exchange.request()).id(), exchange.failure());
        }
        refuse(
                exchange,
                status,
                switch (status) {
                    case 413 -> "The body is larger than " + limits.bodyBytes() + " bytes; send less";
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

    private void refuse(RoutingContext exchange, int status, String text) {
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
        var problem = new Problem(status, text, call(exchange.request()).id());
        response.setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(problem.json()))
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
}
