// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a 2xx reply while it arrives. What it returns may be shared by several callers: make it immutable.
 *
 * <p>Identical concurrent requests share one call when their readers are of one class, so whatever a reader captures
 * must follow from the request itself. A call that is tried again runs its reader again: keep no state between runs.
 */
@FunctionalInterface
public interface ReplyReader<T> {

    /**
     * Reads the whole body; it is closed by the caller.
     *
     * @throws IOException if the body is not what was expected, or ends early
     * @throws ReplyErrorException if the body reports an error although the status was 2xx
     */
    T read(InputStream body) throws IOException;
}
