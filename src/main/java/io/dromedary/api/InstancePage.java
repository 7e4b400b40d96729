// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dromedary.instance.SettingsSource;
import io.dromedary.query.QueryReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What can be asked: {@code {"instances":[{"name":"shop","site":"datadoghq.eu"}],"queryTypes":["metrics"]}}; for an
 * instance with an address of its own the host stands for the site. Nothing else that is configured is told. Stateless.
 */
public final class InstancePage {

    private static final String DEFAULT_SITE = "datadoghq.com";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ConfiguredInstances instances;
    private final Supplier<Map<String, String>> problems;

    /** @param problems what is wrong with files of instances, by file */
    public InstancePage(ConfiguredInstances instances, Supplier<Map<String, String>> problems) {
        this.instances = instances;
        this.problems = problems;
    }

    public ApiReply reply() {
        var root = mapper.createObjectNode();
        var list = root.putArray("instances");
        instances
                .all()
                .forEach((name, source) -> list.addObject().put("name", name).put("site", site(source)));
        var types = root.putArray("queryTypes");
        QueryReader.queryTypes().forEach(types::add);
        problems.get()
                .forEach((file, text) -> root.withArrayProperty("problems")
                        .addObject()
                        .put("file", file)
                        .put("text", text));
        return ApiReply.kept("application/json", root.toString().getBytes(StandardCharsets.UTF_8));
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
