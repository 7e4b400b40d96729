// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.api.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns away addresses that say a path in a roundabout way, before anything interprets them: steps up, empty steps,
 * zero bytes, escapes that are none. Nobody who means well sends these, and readers disagree on what they mean.
 */
final class Addresses {

    static final String BROKEN = "The address holds a percent sign that encodes nothing";
    static final String UNKNOWN = "There is nothing here; /openapi.yaml tells what there is";

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern ROUNDABOUT =
            Pattern.compile("//|\\\\|%00|%5[Cc]|/(?:\\.|%2[Ee]){1,2}(?:[;/]|%2[Ff]|$)");

    private Addresses() {}

    /** Returns the server, whose handler of requests will see plain paths only. */
    @SuppressWarnings("unchecked") // requestHandler with one argument takes nothing else
    static HttpServer guarding(HttpServer server) {
        return (HttpServer) Proxy.newProxyInstance(
                HttpServer.class.getClassLoader(), new Class<?>[] {HttpServer.class}, (self, method, arguments) -> {
                    var passed = arguments;
                    if (method.getName().equals("requestHandler") && arguments != null && arguments.length == 1) {
                        passed = new Object[] {guarding((Handler<HttpServerRequest>) arguments[0])};
                    }
                    try {
                        var result = method.invoke(server, passed);
                        return result == server ? self : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static Handler<HttpServerRequest> guarding(Handler<HttpServerRequest> handler) {
        return request -> {
            var problem = problem(request.path());
            if (problem == null) {
                handler.handle(request);
            } else {
                BadRequests.refuse(request, problem);
            }
        };
    }

    /** Returns what is wrong with a path as it was sent, null if nothing is. */
    static @Nullable Problem problem(@Nullable String path) {
        if (path == null || BROKEN_ESCAPE.matcher(path).find()) {
            return new Problem(400, BROKEN, RequestIds.make());
        }
        return ROUNDABOUT.matcher(path).find() ? new Problem(404, UNKNOWN, RequestIds.make()) : null;
    }
}
