// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import java.util.List;
import java.util.Map;

/**
 * A call of an editor, a browser or a pipeline. Its headers are left out on purpose: none may reach Datadog.
 *
 * @param method as sent, for example {@code GET}
 * @param path as sent, without a leading slash, for example {@code autocomplete/metrics}
 * @param query the parameters behind the {@code ?}, decoded
 * @param body as sent, may be empty
 * @param role of the user in the Grafana that passes the call on, for example {@code Admin}; empty for all others
 */
public record ResourceRequest(String method, String path, Map<String, List<String>> query, byte[] body, String role) {

    /** Makes the call of somebody without a role. */
    public ResourceRequest(String method, String path, Map<String, List<String>> query, byte[] body) {
        this(method, path, query, body, "");
    }

    boolean isByAdmin() {
        return role.equals("Admin");
    }

    /** Returns the first value of a parameter, without outer whitespace; empty when it was not sent. */
    public String parameter(String name) {
        var values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }
}
