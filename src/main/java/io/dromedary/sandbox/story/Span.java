// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param id unsigned 64 bits, never 0
 * @param parentId unsigned; 0 for the first one
 * @param instance who took it
 * @param origin who tells of it: the instance, or the one that asked a store
 * @param startNs epoch nanoseconds
 * @param failure null when all went well
 */
public record Span(
        long id,
        long parentId,
        Step step,
        Instance instance,
        Event.Origin origin,
        long startNs,
        long durationNs,
        @Nullable Failure failure) {

    private static final Map<String, Integer> CREATED = Map.of("POST /checkout", 201, "POST /cart/items", 201);

    public long startMs() {
        return startNs / 1_000_000;
    }

    public long endMs() {
        return (startNs + durationNs) / 1_000_000;
    }

    public boolean failed() {
        return failure != null;
    }

    /** The HTTP status an answer got. */
    public int status() {
        return failure == null ? CREATED.getOrDefault(step.resource(), 200) : failure.status();
    }
}
