// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.call.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a probe went.
 *
 * @param failure why it did not work, null if it did
 */
public record ProbeResult(Probe probe, @Nullable Failure failure) {

    boolean works() {
        return failure == null;
    }

    /** Returns whether Datadog knew who asked and did not let them, or did not know them: 401 or 403. */
    boolean isRefused() {
        return failure != null && (failure.status() == 401 || failure.status() == 403);
    }
}
