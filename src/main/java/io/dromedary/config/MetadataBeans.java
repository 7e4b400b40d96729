// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dromedary.instance.Instances;
import io.dromedary.metadata.MetadataCache;
import io.dromedary.metadata.MetadataRequests;
import io.dromedary.settings.ByteSize;
import java.time.Duration;
import org.apache.camel.BeanInject;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.PropertyInject;

/** Beans of {@code io.dromedary.metadata}. */
public class MetadataBeans implements CamelConfiguration {

    @BindToRegistry
    public MetadataRequests metadataRequests() {
        return new MetadataRequests();
    }

    /** Also sees to it that nothing is kept of a disposed instance. */
    @BindToRegistry
    public MetadataCache metadataCache(
            @BeanInject("instances") Instances instances,
            @PropertyInject("dromedary.metadata.ttl") Duration timeToLive,
            @PropertyInject("dromedary.metadata.retry-after") Duration retryAfter,
            @PropertyInject("dromedary.metadata.max-bytes") String maxBytes) {
        var cache = new MetadataCache(timeToLive, retryAfter, ByteSize.parse(maxBytes), Ticker.systemTicker());
        instances.onDispose(cache::drop);
        return cache;
    }
}
