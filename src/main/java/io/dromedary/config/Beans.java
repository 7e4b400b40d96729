// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;

/** Finds beans in the registry where Camel does not inject them: when beans are wired to each other, and later. */
final class Beans {

    private Beans() {}

    /** Returns the only bean of a type. */
    static <T> T the(Class<T> type, CamelContext context) {
        return Objects.requireNonNull(context.getRegistry().findSingleByType(type), type.getName());
    }

    /** Returns all caches by their names. */
    static Map<String, Cache<?, ?>> caches(CamelContext context) {
        var caches = new HashMap<String, Cache<?, ?>>();
        context.getRegistry().findByTypeWithName(Cache.class).forEach(caches::put);
        return caches;
    }
}
