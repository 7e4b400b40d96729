// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dromedary.query.metrics.CallLimits;
import io.dromedary.query.metrics.MetricsAnswers;
import io.dromedary.query.metrics.MetricsFrames;
import io.dromedary.query.metrics.MetricsPlanner;
import io.dromedary.query.metrics.MetricsRehearsal;
import io.dromedary.query.metrics.MetricsReplies;
import io.dromedary.query.metrics.MetricsRequests;
import io.dromedary.query.metrics.RecentReplies;
import java.time.Duration;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** What the routes of metric queries use. */
public final class MetricsBeans implements CamelConfiguration {

    @BindToRegistry
    public MetricsPlanner metricsPlanner(
            @PropertyInject("dromedary.query.max-queries-per-call") int maxQueries,
            @PropertyInject("dromedary.query.max-call-length") int maxTextLength) {
        return new MetricsPlanner(new CallLimits(maxQueries, maxTextLength));
    }

    @BindToRegistry
    public MetricsRequests metricsRequests() {
        return new MetricsRequests(new MetricsReplies());
    }

    @BindToRegistry
    public MetricsRehearsal metricsRehearsal(@BeanInject("metricsRequests") MetricsRequests requests) {
        return new MetricsRehearsal(requests);
    }

    @BindToRegistry
    public MetricsFrames metricsFrames() {
        return new MetricsFrames();
    }

    @BindToRegistry
    public MetricsAnswers metricsAnswers() {
        return new MetricsAnswers();
    }

    @BindToRegistry
    public Cache<RecentReplies.Key, RecentReplies.Entry> recentRepliesCache(
            @PropertyInject("dromedary.query.recent-for") Duration life,
            @PropertyInject("dromedary.query.recent-bytes") long maxBytes) {
        return Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(RecentReplies::weigh)
                .expireAfterWrite(life)
                .recordStats()
                .build();
    }

    @BindToRegistry
    public RecentReplies recentReplies(
            @BeanInject("recentRepliesCache") Cache<RecentReplies.Key, RecentReplies.Entry> cache,
            @PropertyInject("dromedary.query.recent-for") Duration life,
            @PropertyInject("dromedary.query.recent-entry-bytes") long maxEntryBytes) {
        return new RecentReplies(cache, life, maxEntryBytes);
    }
}
