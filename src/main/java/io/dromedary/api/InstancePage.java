// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.instance.SettingsSource;
import io.dromedary.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What can be asked: {@code {"instances":[{"name":"shop","site":"datadoghq.eu"}],"queryTypes":["metrics"]}}; for an
 * instance with an address of its own the host stands for the site. Nothing else that is configured is told. Immutable.
 */
public final class InstancePage {

    private static final String DEFAULT_SITE = "datadoghq.com";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ApiReply reply;

    public InstancePage(Map<String, SettingsSource> byName) {
        var root = mapper.createObjectNode();
        var list = root.putArray("instances");
        new TreeMap<>(byName)
                .forEach((name, source) -> list.addObject().put("name", name).put("site", site(source)));
        var types = root.putArray("queryTypes");
        Stream.of(Query.Kind.values()).map(Query.Kind::wireName).forEach(types::add);
        try {
            reply = new ApiReply(200, "application/json", "", mapper.writeValueAsBytes(root));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public ApiReply reply() {
        return reply;
    }

    private String site(SettingsSource source) {
        try {
            var open = mapper.readTree(source.jsonData());
            var url = open.path("url").asText("");
            return url.isEmpty() ? open.path("site").asText(DEFAULT_SITE) : host(url);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** An address may hold more than its host, so no more than that is shown. */
    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
