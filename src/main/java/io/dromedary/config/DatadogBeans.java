// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import io.dromedary.datadog.Attempts;
import io.dromedary.datadog.Breakers;
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
import io.dromedary.settings.ByteSize;
import io.dromedary.step.CallAttemptsPolicy;
import io.dromedary.step.DatadogHeaders;
import io.dromedary.step.DatadogHttpClient;
import io.dromedary.step.DatadogMessage;
import io.dromedary.step.DatadogReply;
import io.dromedary.step.SandboxDoor;
import io.dromedary.step.SharedCallPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;
import org.apache.camel.component.http.HttpComponent;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Breakers breakers;

    @BindToRegistry(destroyMethod = "close")
    public Deadlines deadlines() {
        return deadlines;
    }

    @BindToRegistry
    public DatadogCalls datadogCalls() {
        return calls;
    }

    @BindToRegistry
    public RateBudget rateBudget() {
        return budget;
    }

    @BindToRegistry
    public SingleFlight singleFlight() {
        return flights;
    }

    @BindToRegistry
    public TlsIdentities tlsIdentities(Instances instances) {
        instances.onDispose(identities::forget);
        return identities;
    }

    @BindToRegistry(destroyMethod = "close")
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

    @BindToRegistry
    public SharedCallPolicy sharedCall(@BeanInject("workers") Executor workers) {
        return new SharedCallPolicy(flights, workers);
    }

    @BindToRegistry
    public CallAttemptsPolicy callAttempts(
            @BeanInject("breakers") Breakers breakers,
            @PropertyInject("dromedary.datadog.max-rate-limit-wait") Duration maxRateLimitWait) {
        return new CallAttemptsPolicy(
                new Attempts(deadlines, budget, breakers, calls, maxRateLimitWait, DatadogBeans::jitter));
    }

    /** Made once: Camel asks for a bean twice and keeps the second, and instances are to be forgotten by one. */
    @BindToRegistry("breakers")
    public Breakers breakers(
            Instances instances,
            @PropertyInject("dromedary.datadog.breaker-calls") int calls,
            @PropertyInject("dromedary.datadog.breaker-time") Duration time,
            @PropertyInject("dromedary.datadog.breaker-pause") Duration pause) {
        if (breakers == null) {
            breakers = new Breakers(new Breakers.Rule(calls, time, pause), Clock.systemUTC());
            instances.onDispose(breakers::forget);
        }
        return breakers;
    }

    @BindToRegistry
    public DatadogMessage datadogMessage() {
        return new DatadogMessage();
    }

    @BindToRegistry
    public DatadogReply datadogReply(@PropertyInject("dromedary.datadog.max-reply-size") String maxReplySize) {
        return new DatadogReply(new Replies(budget, ByteSize.parse(maxReplySize)));
    }

    @BindToRegistry
    public SandboxDoor sandboxDoor() {
        return new SandboxDoor();
    }

    private static Duration jitter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(MIN_JITTER_MILLIS, MAX_JITTER_MILLIS + 1));
    }
}
