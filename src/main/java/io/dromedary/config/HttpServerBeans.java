// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.api.HttpGate;
import io.dromedary.http.ConnectionWatch;
import io.dromedary.http.FrontDoor;
import io.dromedary.http.HttpLimits;
import io.dromedary.http.LimitedVertx;
import io.dromedary.http.ServerKeys;
import io.dromedary.route.HttpDoor;
import io.dromedary.tracing.Tracing;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.jspecify.annotations.Nullable;

/** Beans of {@code io.dromedary.http}: the server that {@code routes/api} are behind. */
public final class HttpServerBeans implements CamelConfiguration {

    @PropertyInject("dromedary.http.max-connections")
    private int connections;

    @PropertyInject("dromedary.http.max-calls")
    private int calls;

    @PropertyInject("dromedary.http.threads")
    private int threads;

    @PropertyInject("dromedary.http.max-header-size")
    private int headerBytes;

    @PropertyInject("dromedary.http.max-body-size")
    private long bodyBytes;

    @PropertyInject("dromedary.http.read-timeout")
    private Duration readTimeout = Duration.ZERO;

    @PropertyInject("dromedary.http.call-timeout")
    private Duration callTimeout = Duration.ZERO;

    /** Made once each: Camel asks for a bean twice and keeps the second, and these have threads or state. */
    private @Nullable ConnectionWatch watch;

    private @Nullable Vertx vertx;
    private @Nullable FrontDoor door;

    @Override
    public void configure(CamelContext context) {
        var kept = Beans.the(FrontDoor.class, context);
        context.addLifecycleStrategy(new HttpDoor(context, kept));
    }

    @BindToRegistry
    public ConnectionWatch connectionWatch() {
        if (watch == null) {
            watch = new ConnectionWatch(connections, readTimeout);
        }
        return watch;
    }

    /** Camel's server is made by it. */
    @BindToRegistry(destroyMethod = "close")
    public Vertx vertx(
            @PropertyInject("dromedary.http.tls-certificate") String certificate,
            @PropertyInject("dromedary.http.tls-key") String key) {
        if (vertx == null) {
            vertx = LimitedVertx.create(limits(), new ServerKeys(certificate, key), connectionWatch());
        }
        return vertx;
    }

    @BindToRegistry
    public FrontDoor frontDoor(
            @BeanInject("tracing") Tracing tracing,
            @PropertyInject("dromedary.http.host") String host,
            @PropertyInject("dromedary.http.tokens") String tokens,
            @PropertyInject("dromedary.http.admin-tokens") String adminTokens) {
        if (door == null) {
            var gate = new HttpGate(host, tokens, adminTokens);
            door = new FrontDoor(gate, tracing, limits(), connectionWatch());
        }
        return door;
    }

    private HttpLimits limits() {
        return new HttpLimits(connections, calls, threads, headerBytes, bodyBytes, readTimeout, callTimeout);
    }
}
