// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a frame says about itself.
 *
 * @param executedQuery what was sent to Datadog, shown in Grafana's query inspector; never holds a key
 * @param visualisation how Explore shows it, null where its type says enough
 */
public record FrameMeta(
        FrameType type,
        @Nullable String executedQuery,
        List<Notice> notices,
        @Nullable Visualisation visualisation) {

    public FrameMeta {
        notices = List.copyOf(notices);
    }

    /** Returns the meta of a frame whose type says how it is shown. */
    public static FrameMeta of(FrameType type, @Nullable String executedQuery, List<Notice> notices) {
        return new FrameMeta(type, executedQuery, notices, null);
    }
}
