// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Notice;
import java.util.ArrayList;
import java.util.List;

/**
 * What Datadog says of its own answer ({@code meta}).
 *
 * @param timedOut whether it gave up before it had seen all events
 * @param warnings texts for the user
 */
record ReplyState(boolean timedOut, List<String> warnings) {

    static final ReplyState DONE = new ReplyState(false, List.of());

    private static final Notice TIMED_OUT = Notice.warning(
            "Datadog ran out of time: the answer is incomplete. Choose a shorter time range or narrow the search");

    ReplyState {
        warnings = List.copyOf(warnings);
    }

    List<Notice> notices() {
        var notices = new ArrayList<Notice>();
        if (timedOut) {
            notices.add(TIMED_OUT);
        }
        warnings.forEach(warning -> notices.add(Notice.warning("Datadog warns: " + warning)));
        return notices;
    }
}
