// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.inventory;

import java.util.SortedMap;

/**
 * A container that runs.
 *
 * @param id of the runtime, 64 hex digits
 * @param version tag of its image
 * @param tags those of the metrics it reports, by key
 * @param startedMs epoch milliseconds, when its version went out
 */
public record Container(
        String id,
        String name,
        String host,
        String image,
        String version,
        SortedMap<String, String> tags,
        long startedMs) {}
