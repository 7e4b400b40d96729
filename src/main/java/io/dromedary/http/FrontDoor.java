// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.api.HttpGate;
import io.dromedary.call.Cancellation;
import io.dromedary.tracing.CurrentSpan;
import io.dromedary.tracing.Span;
import io.dromedary.tracing.Tracing;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
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

    /** What the paths of the contract begin with; all others are pages. */
    static final String API = "/api/";

    private final Admission admission;
    private final Refusals refusals;
    private final Tracing tracing;
    private final HttpLimits limits;
    private final ConnectionWatch watch;
    private final Map<HttpServerRequest, HttpCall> calls = new ConcurrentHashMap<>();

    public FrontDoor(HttpGate gate, Tracing tracing, HttpLimits limits, ConnectionWatch watch) {
        admission = new Admission(gate, limits);
        refusals = new Refusals(limits);
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
        router.route().order(FIRST).handler(this::admit).failureHandler(refusals::failed);
        router.route()
                .order(LAST)
                .handler(exchange -> refusals.notServed(exchange, allowed.apply(exchange.normalizedPath())));
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
        var refusal = admission.check(exchange, calls.size());
        // strangers leave no traces
        var span = refusal == null ? span(exchange) : Span.NONE;
        var call = new HttpCall(RequestIds.of(request.getHeader(RequestIds.HEADER)), new Cancellation(), span);
        exchange.response().putHeader(RequestIds.HEADER, call.id()).putHeader("X-Content-Type-Options", "nosniff");
        exchange.addHeadersEndHandler(sending -> tellCaches(exchange.response()));
        calls.put(request, call);
        exchange.addEndHandler(ended -> leave(exchange, call, ended.failed()));
        if (refusal != null) {
            refusals.send(exchange, refusal.status(), refusal.text());
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
        var reading = vertx.setTimer(limits.readTimeout().toMillis(), late -> refusals.readTimeIsUp(exchange));
        var answering = vertx.setTimer(limits.callTimeout().toMillis(), late -> {
            refusals.callTimeIsUp(exchange);
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
}
