// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of requests: the caller's own, where it has a harmless one, so that both logs can be read side by side. */
final class RequestIds {

    static final String HEADER = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** @param sent the header of the request, null if there is none */
    static String of(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches() ? sent : make();
    }

    static String make() {
        return UUID.randomUUID().toString();
    }
}
