// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import org.jspecify.annotations.Nullable;

/** Headers that a call has within its request message, where its protocol has such; a bean of the registry. */
@FunctionalInterface
public interface RequestHeaders {

    /**
     * Returns a header's value, null if the message has none.
     *
     * @param name in lower case
     */
    @Nullable
    String header(Object request, String name);
}
