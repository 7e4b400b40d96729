// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.RunStreamRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers that Grafana passes on within its messages: those of resource calls as a browser spells them, the others with
 * {@code http_} before the name.
 */
public final class TraceHeaders {

    private static final String PREFIX = "http_";

    /**
     * Returns a header's value, null if there is none.
     *
     * @param request any message of the protocol
     * @param name in lower case
     */
    public @Nullable String header(Object request, String name) {
        if (request instanceof QueryDataRequest query) {
            return value(query.getHeadersMap(), name);
        }
        if (request instanceof CallResourceRequest call) {
            var values = first(call.getHeadersMap(), name);
            return values == null || values.getValuesCount() == 0 ? null : values.getValues(0);
        }
        if (request instanceof CheckHealthRequest check) {
            return value(check.getHeadersMap(), name);
        }
        return request instanceof RunStreamRequest stream ? value(stream.getHeadersMap(), name) : null;
    }

    private static @Nullable String value(Map<String, String> headers, String name) {
        var prefixed = first(headers, PREFIX + name);
        return prefixed == null ? first(headers, name) : prefixed;
    }

    /** Names are spelt as whoever sent them liked. */
    private static <T> @Nullable T first(Map<String, T> headers, String name) {
        if (headers.isEmpty()) {
            return null;
        }
        for (var header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }
}
