// SPDX-License-Identifier: Apache-2.0
package io.dromedary.step;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Lets no header of a message out to Datadog, and in only what a reply is judged by. What a request does carry is put
 * on the HTTP request itself, behind this.
 */
public final class DatadogHeaders implements HeaderFilterStrategy {

    private static final Set<String> WANTED = Set.of("content-type", "retry-after");
    private static final String RATE_LIMIT = "x-ratelimit-";

    /** @return whether the header is left out: every one is */
    @Override
    public boolean applyFilterToCamelHeaders(String name, @Nullable Object value, Exchange exchange) {
        return true;
    }

    /** @return whether the header is left out */
    @Override
    public boolean applyFilterToExternalHeaders(String name, @Nullable Object value, Exchange exchange) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(RATE_LIMIT) && !WANTED.contains(lower);
    }
}
