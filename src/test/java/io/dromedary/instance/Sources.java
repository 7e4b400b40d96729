// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Data sources as they arrive, for tests. */
public final class Sources {

    public static final String SANDBOX = "{\"site\":\"sandbox\"}";
    public static final Map<String, String> KEYS = Map.of("apiKey", "0123456789abcdef", "appKey", "fedcba9876543210");

    private Sources() {}

    public static SettingsSource sandbox(String uid) {
        return source(uid, 1, SANDBOX, Map.of());
    }

    public static SettingsSource source(String uid, long updated, String jsonData, Map<String, String> secrets) {
        return new SettingsSource(
                "",
                1,
                "",
                7,
                uid,
                "Datadog",
                null,
                updated,
                bytes(jsonData),
                secrets,
                Map.of("GF_APP_URL", "http://g/"));
    }

    static SettingsSource withKeys(String jsonData) {
        return source("u", 1, jsonData, KEYS);
    }

    /** Keys and further secrets: name, value, name, value… */
    static SettingsSource withSecrets(String jsonData, String... more) {
        var secrets = new HashMap<>(KEYS);
        for (var i = 0; i < more.length; i += 2) {
            secrets.put(more[i], more[i + 1]);
        }
        return source("u", 1, jsonData, secrets);
    }

    static SettingsSource inGrafana(SettingsSource source, Map<String, String> grafanaConfig) {
        return new SettingsSource(
                source.tenant(),
                source.orgId(),
                source.namespace(),
                source.id(),
                source.uid(),
                source.name(),
                source.url(),
                source.updated(),
                source.jsonData(),
                source.secrets(),
                grafanaConfig);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
