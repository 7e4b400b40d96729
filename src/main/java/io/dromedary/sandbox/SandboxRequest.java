// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import java.util.Map;

/**
 * A request to the embedded Datadog.
 *
 * @param method {@code GET} or {@code POST}
 * @param path from the root, for example {@code /api/v2/metrics}
 * @param query the query string, percent-encoded, may be empty
 * @param headers by lower-case name
 * @param body as sent, may be empty
 * @param trusted whether it comes from a data source of site {@code sandbox}, which needs no keys
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record SandboxRequest(
        String method, String path, String query, Map<String, String> headers, byte[] body, boolean trusted) {}
