// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.datadog.DatadogCall;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Gives each HTTP request what belongs to its call: the keys, the time that is left, a way to break it off, the TLS
 * identity. The keys are on this copy of the request only and gone with it; no message ever carries them. Thread-safe.
 */
final class CallInterceptor implements ExecChainHandler {

    private final Function<HttpContext, DatadogCall> calls;
    private final TlsIdentities identities;
    private final ProxyPlanner proxies;
    private final Connections connections;

    CallInterceptor(
            Function<HttpContext, DatadogCall> calls,
            TlsIdentities identities,
            ProxyPlanner proxies,
            Connections connections) {
        this.calls = calls;
        this.identities = identities;
        this.proxies = proxies;
        this.connections = connections;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var call = calls.apply(scope.clientContext);
        var context = scope.clientContext;
        context.setRequestConfig(limits(call.remaining()));
        var identity = identities.of(call.instance());
        if (scope.route.isSecure()) {
            identity.load();
        }
        context.setUserToken(identity);
        proxies.accountFor(scope.route.getTargetHost()).ifPresent(context::setAuthCache);
        sign(request, call);
        if (scope.originalRequest instanceof Cancellable cancellable) {
            call.abortWith(cancellable::cancel);
        }
        return proceed(call, request, scope, chain);
    }

    /** A server that has closed one kept connection has most likely closed the others, too. */
    private ClassicHttpResponse proceed(
            DatadogCall call, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            return chain.proceed(request, scope);
        } catch (NoHttpResponseException | SocketException broken) {
            if (!call.hasEnded()) {
                connections.foundClosed();
            }
            throw broken;
        } catch (IllegalArgumentException nonsense) {
            throw new ProtocolException("no HTTP came back, such as status 0", nonsense);
        }
    }

    /** An upgrade to TLS inside a plain connection is offered by default; Datadog's API knows no such thing. */
    private static RequestConfig limits(Duration remaining) {
        var timeout = Timeout.of(remaining);
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static void sign(ClassicHttpRequest request, DatadogCall call) {
        var settings = call.instance().settings();
        request.setHeader("Accept", "application/json");
        request.setHeader("DD-API-KEY", settings.apiKey().reveal());
        request.setHeader("DD-APPLICATION-KEY", settings.appKey().reveal());
    }
}
