// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.api.HttpGate;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says which requests are let in: by who sends them, by size and kind of the body, and while there is room. Stateless.
 */
final class Admission {

    private final HttpGate gate;
    private final HttpLimits limits;

    Admission(HttpGate gate, HttpLimits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    /**
     * Checks the head of a request, before its body is read.
     *
     * @param inFlight calls that are answered or waiting now
     * @return null if it may pass
     */
    HttpGate.@Nullable Refusal check(RoutingContext exchange, int inFlight) {
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
            return new HttpGate.Refusal(400, Addresses.BROKEN);
        }
        if (bodyLength(request) > limits.bodyBytes()) {
            return new HttpGate.Refusal(413, limits.tooLarge());
        }
        if (!path.startsWith(FrontDoor.API)) {
            return null;
        }
        if (hasBody(request) && !isJson(request.getHeader("Content-Type"))) {
            return new HttpGate.Refusal(415, "Send JSON, with the header Content-Type: application/json");
        }
        return inFlight < limits.calls()
                ? null
                : new HttpGate.Refusal(503, "Dromedary is too busy to take this request; try again in a moment");
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
}
