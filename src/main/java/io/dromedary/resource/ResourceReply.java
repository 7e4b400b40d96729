// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import java.util.List;
import java.util.Map;

/**
 * What a resource answers.
 *
 * @param status HTTP status
 * @param headers by their usual spelling
 * @param body may be shared by several replies: nobody changes it
 */
public record ResourceReply(int status, Map<String, List<String>> headers, byte[] body) {

    private static final Map<String, List<String>> JSON = Map.of("Content-Type", List.of("application/json"));

    /** Returns a reply of status 200 with JSON. */
    public static ResourceReply json(byte[] body) {
        return new ResourceReply(200, JSON, body);
    }
}
