// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.autocomplete.CachedListing;
import io.dromedary.autocomplete.Freshness;
import io.dromedary.autocomplete.Gatherings;
import io.dromedary.autocomplete.ListLoads;
import io.dromedary.autocomplete.ListRequests;
import io.dromedary.autocomplete.ListingCaches;
import io.dromedary.autocomplete.Lookup;
import io.dromedary.autocomplete.Lookups;
import io.dromedary.autocomplete.Subject;
import io.dromedary.autocomplete.Suggestions;
import io.dromedary.datadog.SingleFlight;
import io.dromedary.instance.Instances;
import io.dromedary.settings.ByteSize;
import io.dromedary.step.SharedCallPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.PropertyInject;
import org.apache.camel.processor.aggregate.UseOriginalAggregationStrategy;

/**
 * Beans of {@code io.dromedary.autocomplete} and its routes; the caches are found by name by {@code caffeine-cache}.
 */
public class AutocompleteBeans implements CamelConfiguration {

    private static final String MAX_BYTES = "dromedary.autocomplete.max-bytes";

    private final Ticker ticker = Ticker.systemTicker();

    @BindToRegistry
    public Lookups lookups() {
        return new Lookups();
    }

    @BindToRegistry
    public Suggestions suggestions() {
        return new Suggestions();
    }

    @BindToRegistry
    public Freshness freshness(
            @PropertyInject("dromedary.autocomplete.metrics-ttl") Duration metrics,
            @PropertyInject("dromedary.autocomplete.tags-ttl") Duration tags,
            @PropertyInject("dromedary.autocomplete.hosts-ttl") Duration hosts,
            @PropertyInject("dromedary.autocomplete.named-ttl") Duration named,
            @PropertyInject("dromedary.autocomplete.facets-ttl") Duration facets,
            @PropertyInject("dromedary.autocomplete.stale-for") Duration staleFor,
            @PropertyInject("dromedary.autocomplete.retry-after") Duration retryAfter) {
        var timeToLive = Map.of(
                Subject.METRICS, metrics,
                Subject.TAGS, tags,
                Subject.HOSTS, hosts,
                Subject.MONITORS, named,
                Subject.SLOS, named,
                Subject.TESTS, named,
                Subject.FACETS, facets,
                Subject.LOG_INDEXES, facets);
        return new Freshness(timeToLive, staleFor, retryAfter, ticker);
    }

    @BindToRegistry
    public ListRequests listRequests(
            @PropertyInject("dromedary.autocomplete.window") Duration window,
            @PropertyInject("dromedary.autocomplete.max-names") int maxNames) {
        return new ListRequests(window, maxNames);
    }

    @BindToRegistry
    public ListLoads listLoads(ListRequests listRequests, Freshness freshness) {
        return new ListLoads(listRequests, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> metricNames(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> metricTags(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> hosts(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> facets(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> logIndexes(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> monitors(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> slos(@PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    @BindToRegistry
    public Cache<String, CachedListing> syntheticTests(
            @PropertyInject(MAX_BYTES) String maxBytes, Freshness freshness) {
        return cache(maxBytes, freshness);
    }

    private Cache<String, CachedListing> cache(String maxBytes, Freshness freshness) {
        return ListingCaches.create(ByteSize.parse(maxBytes), freshness, ticker);
    }

    @BindToRegistry
    public Gatherings gatherings(
            @BeanInject("metricNames") Cache<String, CachedListing> metricNames,
            @BeanInject("metricTags") Cache<String, CachedListing> metricTags,
            @BeanInject("hosts") Cache<String, CachedListing> hosts,
            @BeanInject("facets") Cache<String, CachedListing> facets,
            Freshness freshness,
            @PropertyInject("dromedary.autocomplete.retry-after") Duration retryAfter) {
        var caches = Map.of(
                Subject.METRICS, metricNames,
                Subject.TAGS, metricTags,
                Subject.HOSTS, hosts,
                Subject.FACETS, facets);
        return new Gatherings(caches, freshness, retryAfter, ticker);
    }

    /** What the parts of a split led to is found elsewhere: the body stays as it was. */
    @BindToRegistry
    public AggregationStrategy keepOriginal() {
        return new UseOriginalAggregationStrategy(false);
    }

    /** Callers that miss the same list wait for one load of it, however many pages it has. */
    @BindToRegistry
    public SharedCallPolicy sharedLoad(@BeanInject("workers") Executor workers) {
        return new SharedCallPolicy(new SingleFlight(), workers, AutocompleteBeans::loadKey);
    }

    /** Also sees to it that the lists of a disposed instance are dropped. */
    @BindToRegistry
    public ListingCaches listingCaches(CamelContext context, @BeanInject("instances") Instances instances) {
        var template = context.createProducerTemplate();
        instances.onDispose(instance -> template.sendBody("direct:autocomplete-cache-invalidate", instance.id()));
        return new ListingCaches();
    }

    private static Object loadKey(Exchange exchange) {
        var lookup = Objects.requireNonNull(exchange.getVariable("lookup", Lookup.class), "variable lookup");
        return List.of(lookup.cache(), lookup.key());
    }
}
