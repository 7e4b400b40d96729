// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.Attempts;
import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.Deadlines;
import io.dromedary.datadog.RateBudget;
import io.dromedary.datadog.Replies;
import io.dromedary.datadog.SingleFlight;
import io.dromedary.datadog.http.ClientAssembly;
import io.dromedary.datadog.http.ConnectionLimits;
import io.dromedary.datadog.http.Connections;
import io.dromedary.datadog.http.ProxySettings;
import io.dromedary.datadog.http.TlsIdentities;
import io.dromedary.instance.Instances;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;
import org.apache.camel.component.http.HttpComponent;

/**
 * What {@code routes/datadog} is made of. Needs bean {@code workers} (an executor) and, for data sources of site
 * {@code sandbox}, bean {@code sandboxDatadog} (a function from SandboxRequest to SandboxReply).
 */
public class DatadogBeans implements CamelConfiguration {

    private static final int MIN_JITTER_MILLIS = 50;
    private static final int MAX_JITTER_MILLIS = 250;

    private final Deadlines deadlines = new Deadlines();
    private final DatadogCalls calls = new DatadogCalls();
    private final RateBudget budget = new RateBudget(Clock.systemUTC());
    private final SingleFlight flights = new SingleFlight();
    private final TlsIdentities identities = new TlsIdentities();

    @BindToRegistry(value = "deadlines", destroyMethod = "close")
    public Deadlines deadlines() {
        return deadlines;
    }

    @BindToRegistry("datadogCalls")
    public DatadogCalls datadogCalls() {
        return calls;
    }

    @BindToRegistry("rateBudget")
    public RateBudget rateBudget() {
        return budget;
    }

    @BindToRegistry("singleFlight")
    public SingleFlight singleFlight() {
        return flights;
    }

    @BindToRegistry("tlsIdentities")
    public TlsIdentities tlsIdentities(Instances instances) {
        instances.onDispose(identities::forget);
        return identities;
    }

    @BindToRegistry(value = "connections", destroyMethod = "close")
    public Connections connections(
            @PropertyInject("dromedary.datadog.connect-timeout") Duration connectTimeout,
            @PropertyInject("dromedary.datadog.max-connections") int maxConnections,
            @PropertyInject("dromedary.datadog.max-connections-per-host") int maxConnectionsPerHost,
            @PropertyInject("dromedary.datadog.connection-idle-timeout") Duration idleTimeout,
            @PropertyInject("dromedary.datadog.connection-time-to-live") Duration timeToLive) {
        var limits =
                new ConnectionLimits(connectTimeout, maxConnections, maxConnectionsPerHost, idleTimeout, timeToLive);
        return new Connections(limits, deadlines);
    }

    /** A component of its own: other routes may use {@code http:} without any of what is set here. */
    @BindToRegistry("datadog-http")
    public HttpComponent datadogHttp(Connections connections) {
        var assembly = new ClientAssembly(
                "Dromedary/" + Release.version(), identities, ProxySettings.of(System.getenv()), connections);
        var client = new DatadogHttpClient(assembly);
        var component = new HttpComponent();
        component.setClientConnectionManager(connections.pool());
        component.setHttpClientConfigurer(client);
        component.setHttpActivityListener(client);
        component.setHeaderFilterStrategy(new DatadogHeaders());
        component.setCopyHeaders(false);
        component.setCookieManagementDisabled(true);
        return component;
    }

    @BindToRegistry("sharedCall")
    public SharedCallPolicy sharedCall(@BeanInject("workers") Executor workers) {
        return new SharedCallPolicy(flights, workers);
    }

    @BindToRegistry("callAttempts")
    public CallAttemptsPolicy callAttempts(
            @PropertyInject("dromedary.datadog.max-rate-limit-wait") Duration maxRateLimitWait) {
        return new CallAttemptsPolicy(new Attempts(deadlines, budget, calls, maxRateLimitWait, DatadogBeans::jitter));
    }

    @BindToRegistry("datadogMessage")
    public DatadogMessage datadogMessage() {
        return new DatadogMessage();
    }

    @BindToRegistry("datadogReply")
    public DatadogReply datadogReply(@PropertyInject("dromedary.datadog.max-reply-size") String maxReplySize) {
        return new DatadogReply(new Replies(budget, ByteSize.parse(maxReplySize)));
    }

    @BindToRegistry("sandboxDoor")
    public SandboxDoor sandboxDoor() {
        return new SandboxDoor();
    }

    private static Duration jitter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(MIN_JITTER_MILLIS, MAX_JITTER_MILLIS + 1));
    }
}
