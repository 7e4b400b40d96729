// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The caches: {@code {"caches":[{"name":"hosts","entries":3,"hits":10,"misses":2,"evictions":0}]}}, counted since the
 * start. Thread-safe.
 */
public final class CachePage {

    private static final String PATH = "/api/v1/caches/";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Supplier<? extends Map<String, ? extends Cache<?, ?>>> caches;

    /** @param caches all there are, by name */
    public CachePage(Supplier<? extends Map<String, ? extends Cache<?, ?>>> caches) {
        this.caches = caches;
    }

    public ApiReply list() {
        var root = mapper.createObjectNode();
        var list = root.putArray("caches");
        new TreeMap<String, Cache<?, ?>>(caches.get()).forEach((name, cache) -> {
            var stats = cache.stats();
            list.addObject()
                    .put("name", name)
                    .put("entries", cache.estimatedSize())
                    .put("hits", stats.hitCount())
                    .put("misses", stats.missCount())
                    .put("evictions", stats.evictionCount());
        });
        return ApiReply.json(root.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets all that is cached. */
    public ApiReply clear() {
        caches.get().values().forEach(Cache::invalidateAll);
        return ApiReply.done();
    }

    /**
     * Forgets what one cache holds.
     *
     * @param path {@code /api/v1/caches/<name>}
     * @throws FailedException with status 404 and the names there are
     */
    public ApiReply clear(String path) {
        var name = path.startsWith(PATH) ? path.substring(PATH.length()) : path;
        var all = new TreeMap<String, Cache<?, ?>>(caches.get());
        var cache = all.get(name);
        if (cache == null) {
            throw new FailedException(
                    Failure.notFound("There is no such cache; there are " + String.join(", ", all.keySet())));
        }
        cache.invalidateAll();
        return ApiReply.done();
    }
}
