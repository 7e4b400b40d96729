// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.datadog.DatadogCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.client5.http.entity.GZIPInputStreamFactory;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Puts the HTTP client together. What a general client does by itself is off: cookies would be shared by all tenants,
 * redirects would carry the keys elsewhere, hidden retries would spend a rate limit twice.
 */
public final class ClientAssembly {

    private final String userAgent;
    private final TlsIdentities identities;
    private final ProxyPlanner proxies;
    private final Connections connections;

    /** @param userAgent how this side introduces itself */
    public ClientAssembly(String userAgent, TlsIdentities identities, ProxySettings proxies, Connections connections) {
        this.userAgent = userAgent;
        this.identities = identities;
        this.connections = connections;
        this.proxies = new ProxyPlanner(proxies);
    }

    /**
     * Sets {@code builder} up.
     *
     * @param calls finds the call a request belongs to
     */
    public void assemble(HttpClientBuilder builder, Function<HttpContext, DatadogCall> calls) {
        builder.setUserAgent(userAgent)
                .setRoutePlanner(proxies)
                .setContentDecoderRegistry(new LinkedHashMap<>(Map.of("gzip", GZIPInputStreamFactory.getInstance())))
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableConnectionState()
                .addExecInterceptorFirst("datadog-call", new CallInterceptor(calls, identities, proxies, connections));
    }
}
