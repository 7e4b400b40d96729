// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request message tells for its trace, where its protocol has such; a bean of the registry. */
public interface RequestTraces {

    /**
     * Returns the value of a header within the message, null if it has none.
     *
     * @param name in lower case
     */
    @Nullable
    String header(Object request, String name);

    /** Returns what a span may say of the request: names with harmless values. */
    Map<String, String> attributes(Object request);
}
