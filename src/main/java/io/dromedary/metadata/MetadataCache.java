// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metadata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.call.Failure;
import io.dromedary.instance.Instance;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of metrics, for each instance its own. What could not be had is remembered too, but not for long.
 * Thread-safe.
 */
public final class MetadataCache {

    /** Metric names begin with a letter; this also keeps {@code ..} out of the path of the request to Datadog. */
    private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,199}");

    private static final int NOT_FOUND = 404;

    /** Memory of an entry beside its texts, bytes. */
    private static final int ENTRY_OVERHEAD = 256;

    private final Cache<Key, Entry> cache;
    private final Duration timeToLive;
    private final Duration retryAfter;

    private record Key(long instance, String metric) {}

    private record Entry(MetricMetadata metadata, Duration life) {}

    /**
     * @param timeToLive how long metadata is good; also how long a metric stays unknown that Datadog does not know
     * @param retryAfter how long nothing is asked about a metric again after a failure
     * @param maxBytes about how much memory all may take; the least used go first
     */
    public MetadataCache(Duration timeToLive, Duration retryAfter, long maxBytes, Ticker ticker) {
        this.timeToLive = timeToLive;
        this.retryAfter = retryAfter;
        cache = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher(MetadataCache::weight)
                .expireAfter(Expiry.writing((Key key, Entry entry) -> entry.life()))
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /**
     * Returns what is known of a metric, or null if Datadog should be asked. Something that cannot be a metric's name
     * is {@link MetricMetadata#UNKNOWN}.
     */
    public @Nullable MetricMetadata find(Instance instance, String metric) {
        if (!METRIC.matcher(metric).matches()) {
            return MetricMetadata.UNKNOWN;
        }
        var entry = cache.getIfPresent(new Key(instance.id(), metric));
        return entry == null ? null : entry.metadata();
    }

    /** Keeps what Datadog said, and returns it. */
    public MetricMetadata keep(Instance instance, String metric, MetricMetadata metadata) {
        cache.put(new Key(instance.id(), metric), new Entry(metadata, timeToLive));
        return metadata;
    }

    /** Remembers that Datadog could not be asked, or does not know the metric. */
    public MetricMetadata miss(Instance instance, String metric, Throwable thrown) {
        var failure = Failure.of(thrown);
        if (!failure.isCancelled()) {
            cache.put(new Key(instance.id(), metric), new Entry(MetricMetadata.UNKNOWN, lifeOf(failure)));
        }
        return MetricMetadata.UNKNOWN;
    }

    private Duration lifeOf(Failure failure) {
        return failure.status() == NOT_FOUND ? timeToLive : retryAfter;
    }

    /** Keeps what Datadog said of a metric's percentiles beside what is known of it. */
    public void keepPercentiles(Instance instance, String metric, Percentiles told) {
        keepPercentiles(instance, metric, told, timeToLive);
    }

    /** Remembers that Datadog did not tell whether there are percentiles. */
    public void missPercentiles(Instance instance, String metric, Throwable thrown) {
        var failure = Failure.of(thrown);
        if (!failure.isCancelled()) {
            keepPercentiles(instance, metric, Percentiles.UNTOLD, lifeOf(failure));
        }
    }

    private void keepPercentiles(Instance instance, String metric, Percentiles told, Duration life) {
        cache.asMap()
                .computeIfPresent(
                        new Key(instance.id(), metric),
                        (key, entry) -> new Entry(entry.metadata().with(told), life));
    }

    /** Forgets everything of an instance that is disposed. */
    public void drop(Instance instance) {
        cache.asMap().keySet().removeIf(key -> key.instance() == instance.id());
    }

    private static int weight(Key key, Entry entry) {
        var metadata = entry.metadata();
        return ENTRY_OVERHEAD
                + 2
                        * (key.metric().length()
                                + metadata.description().length()
                                + metadata.unit().length());
    }
}
