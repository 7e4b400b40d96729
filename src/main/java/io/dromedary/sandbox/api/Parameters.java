// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a query string; of a repeated one, the first counts. */
public final class Parameters {

    private final Map<String, String> values = new HashMap<>();

    /** @param query percent-encoded, without the question mark */
    public Parameters(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedCallException.badRequest("Invalid query string encoding");
        }
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The words between commas, without spaces round them. */
    public List<String> words(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String required(String name) {
        return text(name)
                .orElseThrow(() -> RefusedCallException.badRequest("The parameter '" + name + "' is required"));
    }

    /** Whether a parameter says yes; {@code fallback} when it is absent. */
    public boolean flag(String name, boolean fallback) {
        return text(name).map(Boolean::valueOf).orElse(fallback);
    }

    /** A whole number; refused outside of the range or when it is none, as in the recording of a negative count. */
    public long number(String name, long fallback, long least, long most) {
        var text = text(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(name);
        }
        throw invalid(name);
    }

    private static RefusedCallException invalid(String name) {
        return RefusedCallException.badRequest("The value provided for parameter '" + name + "' is invalid");
    }
}
