// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.Answer;
import org.jspecify.annotations.Nullable;

/** One query while it is answered: what to ask next, and what was read so far. Confined to one exchange. */
public interface EventReading {

    /** Returns what to ask next, null at the end. */
    @Nullable
    DatadogRequest<?> next();

    /** Takes what Datadog answered to {@link #next()}. */
    void add(Object reply);

    /**
     * Takes that {@link #next()} failed, and ends.
     *
     * @throws FailedException the failure itself if nothing was read before
     */
    void failed(FailedException failure);

    Answer answer();
}
