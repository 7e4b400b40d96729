// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Frame;
import io.dromedary.frame.Notice;
import java.util.List;

/** Gathers events as the rows of a frame, so that pages of JSON need not be kept. Confined to one query. */
interface EventRows {

    /** Takes what the frame shows of an event. */
    void add(Event event);

    /** Returns about how many bytes the rows hold. */
    long sizeBytes();

    /**
     * Returns the frame of the rows that were read.
     *
     * @param executed the search as it was sent
     */
    Frame frame(String refId, String executed, List<Notice> notices);
}
