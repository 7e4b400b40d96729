// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.IOException;
import java.io.InputStream;

/** Reads a 2xx reply while it arrives. What it returns may be shared by several callers: make it immutable. */
@FunctionalInterface
public interface ReplyReader<T> {

    /**
     * Reads the whole body; it is closed by the caller.
     *
     * @throws IOException if the body is not what was expected, or ends early
     */
    T read(InputStream body) throws IOException;
}
