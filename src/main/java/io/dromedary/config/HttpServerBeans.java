// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.api.HttpGate;
import io.dromedary.http.ConnectionWatch;
import io.dromedary.http.FrontDoor;
import io.dromedary.http.HttpLimits;
import io.dromedary.http.LimitedVertx;
import io.dromedary.http.ServerKeys;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;

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

    @Override
    public void configure(CamelContext context) {
        // all there is to bind is below
    }

    @BindToRegistry
    public ConnectionWatch connectionWatch() {
        return new ConnectionWatch(connections, readTimeout);
    }

    /** Camel's server is made by it. */
    @BindToRegistry(value = "vertx", destroyMethod = "close")
    public Vertx vertx(
            @BeanInject("connectionWatch") ConnectionWatch watch,
            @PropertyInject("dromedary.http.tls-certificate") String certificate,
            @PropertyInject("dromedary.http.tls-key") String key) {
        return LimitedVertx.create(limits(), new ServerKeys(certificate, key), watch);
    }

    @BindToRegistry
    public FrontDoor frontDoor(
            CamelContext context,
            @BeanInject("connectionWatch") ConnectionWatch watch,
            @PropertyInject("dromedary.http.host") String host,
            @PropertyInject("dromedary.http.tokens") String tokens,
            @PropertyInject("dromedary.http.admin-tokens") String adminTokens) {
        var door = new FrontDoor(new HttpGate(host, tokens, adminTokens), limits(), watch);
        context.addLifecycleStrategy(new HttpDoor(context, door));
        return door;
    }

    private HttpLimits limits() {
        return new HttpLimits(connections, calls, threads, headerBytes, bodyBytes, readTimeout, callTimeout);
    }
}
