// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import java.util.List;

/** All events of one product, for ever. Safe for any number of threads. */
public interface Chronicle {

    /** The length of a slot. */
    long slotMs();

    /** The events of a slot, in order of time: from {@code slot * slotMs()} inclusive to the next one exclusive. */
    List<Event> in(long slot);
}
