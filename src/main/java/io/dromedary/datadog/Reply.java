// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, or from the sandbox: nothing in it is to be trusted.
 *
 * @param headers value of a header by its name in any case, null if there is none
 * @param body unpacked, still arriving
 */
public record Reply(int status, Function<String, @Nullable String> headers, InputStream body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
