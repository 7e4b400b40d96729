// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.autocomplete.CacheHealth;
import io.dromedary.autocomplete.CachedListing;
import io.dromedary.autocomplete.ListingCaches;
import io.dromedary.datadog.Breakers;
import io.dromedary.datadog.RateBudget;
import io.dromedary.health.BreakerHealth;
import io.dromedary.health.HealthPage;
import io.dromedary.health.InstanceHealth;
import io.dromedary.health.RemoteHealth;
import io.dromedary.health.Remotes;
import io.dromedary.health.Remotes.Remote;
import io.dromedary.route.DoorHealth;
import io.dromedary.route.KnownHealth;
import io.dromedary.route.RouteTrouble;
import io.dromedary.route.StuckRoutes;
import io.dromedary.rpc.RemoteConnections;
import io.dromedary.settings.ConfiguredProperties;
import io.dromedary.watch.WatchProperties;
import io.dromedary.watch.Watches;
import io.grpc.health.v1.HealthCheckRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/** Beans of {@code routes/health/monitor}: not there in Grafana. */
public class MonitorBeans implements CamelConfiguration {

    /** Read once: Camel asks for a bean twice, and what cannot be read is warned of. */
    private @Nullable Map<String, Remote> remotes;

    /** Made once: Camel keeps the second bean, and this one has connections. */
    private @Nullable RemoteConnections connections;

    /** Not done where the beans are made: Camel makes each twice and keeps the second. */
    @Override
    public void configure(CamelContext context) {
        HealthCheckRegistry.get(context).register(Beans.the(KnownHealth.class, context));
        context.getManagementStrategy().addEventNotifier(new RouteTrouble());
        var meters = Beans.the(PrometheusMeterRegistry.class, context);
        var watches = Beans.the(Watches.class, context);
        for (var name : watches.names()) {
            Gauge.builder("dromedary_watch_value", () -> watches.value(name))
                    .description("Last number of a watched query, NaN without one")
                    .tag("watch", name)
                    .register(meters);
            Gauge.builder("dromedary_watch_breached", () -> watches.breached(name))
                    .description("1 while a watched query is past its threshold")
                    .tag("watch", name)
                    .register(meters);
        }
    }

    @BindToRegistry
    public KnownHealth knownHealth(
            CamelContext context, @PropertyInject("dromedary.health.ready-when") String readyWhen) {
        return new KnownHealth(context, readyWhen);
    }

    @BindToRegistry
    public DoorHealth doorHealth(CamelContext context) {
        return new DoorHealth(context);
    }

    @BindToRegistry
    public StuckRoutes stuckRoutes(CamelContext context) {
        return new StuckRoutes(context);
    }

    @BindToRegistry
    public InstanceHealth instanceHealth(
            @BeanInject("rateBudget") RateBudget budget,
            @PropertyInject("dromedary.health.low-budget") int lowPercent) {
        return new InstanceHealth(budget, lowPercent, Clock.systemUTC());
    }

    @BindToRegistry
    public BreakerHealth breakerHealth(
            @BeanInject("instanceHealth") InstanceHealth instances, @BeanInject("breakers") Breakers breakers) {
        return new BreakerHealth(instances, breakers);
    }

    @BindToRegistry
    public CacheHealth cacheHealth(
            @BeanInject("instanceHealth") InstanceHealth instances,
            @BeanInject("metricNames") Cache<String, CachedListing> metricNames,
            @BeanInject("metricTags") Cache<String, CachedListing> metricTags,
            @BeanInject("hosts") Cache<String, CachedListing> hosts) {
        return new CacheHealth(instances, new ListingCaches(), List.of(metricNames, metricTags, hosts));
    }

    @BindToRegistry
    public RemoteHealth remoteHealth(CamelContext context) {
        return new RemoteHealth(remotes(context));
    }

    /** Found by camel-grpc, which asks all interceptors there are. */
    @BindToRegistry(destroyMethod = "close")
    public RemoteConnections remoteConnections(CamelContext context) {
        if (connections == null) {
            connections = new RemoteConnections(remotes(context).values());
        }
        return connections;
    }

    private Map<String, Remote> remotes(CamelContext context) {
        if (remotes == null) {
            remotes = Remotes.read(ConfiguredProperties.under(Remotes.PREFIX, Remotes.OPTIONS, context));
        }
        return remotes;
    }

    /** The question for the health of a whole server. */
    @BindToRegistry
    public HealthCheckRequest wholeServer() {
        return HealthCheckRequest.getDefaultInstance();
    }

    @BindToRegistry
    public HealthPage healthPage() {
        return new HealthPage();
    }

    @BindToRegistry
    public Watches watches(CamelContext context) {
        return new Watches(
                ConfiguredProperties.under(WatchProperties.PREFIX, WatchProperties.OPTIONS, context),
                new WatchProperties(text -> Duration.ofMillis(TimeUtils.toMilliSeconds(text))),
                Clock.systemUTC());
    }
}
