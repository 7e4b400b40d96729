// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

import java.time.Duration;
import java.util.Iterator;

/**
 * Parts of an answer that come over time, such as new log lines. Whoever sends them asks {@link #pause} first, and
 * gives its thread back for as long as nothing is due. To be read by one thread at a time.
 *
 * @param <T> part
 */
public interface Arrivals<T> extends Iterator<T>, AutoCloseable {

    /**
     * Does what is due, for example a call to Datadog.
     *
     * @return how long to leave it alone; zero where {@link #hasNext} tells at once whether there is another part, or
     *     never will be
     */
    Duration pause();

    /** Gives back what is held; to be called once nobody reads any more, however that came. */
    @Override
    void close();
}
