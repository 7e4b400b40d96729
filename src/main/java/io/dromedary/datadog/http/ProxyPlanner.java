// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthCache;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicAuthCache;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Takes each call through the proxy its host asks for, if any. Thread-safe. */
final class ProxyPlanner extends DefaultRoutePlanner {

    private final ProxySettings settings;

    ProxyPlanner(ProxySettings settings) {
        super(null);
        this.settings = settings;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return proxyFor(target)
                .map(proxy -> new HttpHost(proxy.scheme(), proxy.host(), proxy.port()))
                .orElse(null);
    }

    /**
     * Returns the answer to a proxy that wants to know who calls, to be sent before it asks: a call's context is its
     * own, so every call would be refused once otherwise.
     */
    Optional<AuthCache> accountFor(HttpHost target) {
        return proxyFor(target).filter(proxy -> !proxy.user().isEmpty()).map(ProxyPlanner::account);
    }

    private Optional<ProxySettings.Proxy> proxyFor(HttpHost target) {
        int port =
                target.getPort() > 0 ? target.getPort() : target.getSchemeName().equals("https") ? 443 : 80;
        return settings.proxyFor(target.getSchemeName(), target.getHostName(), port);
    }

    private static AuthCache account(ProxySettings.Proxy proxy) {
        var scheme = new BasicScheme();
        scheme.initPreemptive(
                new UsernamePasswordCredentials(proxy.user(), proxy.password().toCharArray()));
        var cache = new BasicAuthCache();
        cache.put(new HttpHost(proxy.scheme(), proxy.host(), proxy.port()), scheme);
        return cache;
    }
}
