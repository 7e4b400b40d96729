// SPDX-License-Identifier: Apache-2.0
package io.dromedary.resource;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters behind the question mark of an address. */
public final class Parameters {

    private Parameters() {}

    /**
     * Returns the parameters by name, decoded, in their order.
     *
     * @param query as sent, for example {@code metric=system.cpu.user&query=env%3A}
     * @throws FailedException with status 400 if it cannot be decoded
     */
    public static Map<String, List<String>> of(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new FailedException(Failure.badRequest("The address holds a percent sign that encodes nothing"));
        }
    }
}
