// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grafana;

import io.dromedary.proto.pluginv2.CallResourceRequest;
import io.dromedary.proto.pluginv2.CheckHealthRequest;
import io.dromedary.proto.pluginv2.PluginContext;
import io.dromedary.proto.pluginv2.QueryDataRequest;
import io.dromedary.proto.pluginv2.RunStreamRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Grafana's requests come from: the headers within its messages, those of resource calls as a browser spells
 * them, the others with {@code http_} before the name; and what traces say of them, by the names that Grafana's own
 * plugins use where they have any.
 */
public final class RequestOrigins {

    private static final String PREFIX = "http_";

    /** Headers, and the attributes they become. */
    private static final Map<String, String> TOLD =
            Map.of("x-dashboard-uid", "dashboard_uid", "x-panel-id", "panel_id", "fromalert", "from_alert");

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

    /** Returns data source, organisation, dashboard and panel; never who asks, nor what. */
    public Map<String, String> attributes(Object request) {
        var attributes = new HashMap<String, String>();
        var context = context(request);
        attributes.put("org_id", String.valueOf(context.getOrgId()));
        attributes.put("datasource_uid", context.getDataSourceInstanceSettings().getUid());
        attributes.put(
                "datasource_name", context.getDataSourceInstanceSettings().getName());
        TOLD.forEach((header, attribute) -> {
            var value = header(request, header);
            if (value != null) {
                attributes.put(attribute, value);
            }
        });
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    private static PluginContext context(Object request) {
        if (request instanceof QueryDataRequest query) {
            return query.getPluginContext();
        }
        if (request instanceof CallResourceRequest call) {
            return call.getPluginContext();
        }
        if (request instanceof CheckHealthRequest check) {
            return check.getPluginContext();
        }
        return request instanceof RunStreamRequest stream
                ? stream.getPluginContext()
                : PluginContext.getDefaultInstance();
    }

    private static @Nullable String value(Map<String, String> headers, String name) {
        var prefixed = first(headers, PREFIX + name);
        return prefixed == null ? first(headers, name) : prefixed;
    }

    /** Names are spelt as whoever sent them liked. */
    private static <T> @Nullable T first(Map<String, T> headers, String name) {
        for (var header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return null;
    }
}
