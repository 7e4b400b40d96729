// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.call.Failure;
import io.dromedary.frame.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one query led to: frames, or why there are none. */
public record Answer(
        String refId, List<Frame> frames, @Nullable Failure failure) {

    public Answer {
        frames = List.copyOf(frames);
    }

    /** Returns the answer of a query that succeeded; without frames it has no data. */
    public static Answer of(String refId, List<Frame> frames) {
        return new Answer(refId, frames, null);
    }

    /** Returns the answer of a query that failed. */
    public static Answer failed(String refId, Failure failure) {
        return new Answer(refId, List.of(), failure);
    }
}
