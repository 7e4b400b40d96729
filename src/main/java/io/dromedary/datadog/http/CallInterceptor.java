// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.datadog.DatadogCall;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
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

    CallInterceptor(Function<HttpContext, DatadogCall> calls, TlsIdentities identities, ProxyPlanner proxies) {
        this.calls = calls;
        this.identities = identities;
        this.proxies = proxies;
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
        return chain.proceed(request, scope);
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
