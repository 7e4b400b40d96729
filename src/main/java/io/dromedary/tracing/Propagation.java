// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways in which callers say to which trace a call belongs. What is malformed counts as not sent. */
public enum Propagation {

    /** W3C Trace Context: {@code 00-<trace>-<span>-<flags>}; a version to come may have more after that. */
    W3C("traceparent", "(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?") {
        @Override
        @Nullable
        TraceContext context(Matcher parts) {
            var more = parts.group(5) != null;
            return parts.group(1).equals("00") && more ? null : of(parts.group(2), parts.group(3), parts.group(4));
        }
    },

    /** Jaeger: {@code <trace>:<span>:<parent>:<flags>}, leading zeros left out, the colons maybe encoded. */
    JAEGER(
            "uber-trace-id",
            "([0-9a-f]{1,32})(?::|%3a)([0-9a-f]{1,16})(?::|%3a)[0-9a-f]{1,16}(?::|%3a)([0-9a-f]{1,2})") {
        @Override
        @Nullable
        TraceContext context(Matcher parts) {
            return of(
                    "0".repeat(32 - parts.group(1).length()) + parts.group(1),
                    "0".repeat(16 - parts.group(2).length()) + parts.group(2),
                    parts.group(3));
        }
    };

    private static final int LONGEST = 200;
    private static final int SAMPLED = 1;
    private static final Pattern ZEROS = Pattern.compile("0*");

    private final String header;
    private final Pattern form;

    Propagation(String header, String form) {
        this.header = header;
        this.form = Pattern.compile(form);
    }

    /**
     * Reads a list of names as Grafana has them: {@code w3c,jaeger}. Empty means W3C, which is also all that is left of
     * a list without any known name.
     */
    public static List<Propagation> parse(String names) {
        var known = Stream.of(names.toUpperCase(Locale.ROOT).split(","))
                .map(String::strip)
                .flatMap(name -> Stream.of(values()).filter(way -> way.name().equals(name)))
                .distinct()
                .toList();
        return known.isEmpty() ? List.of(W3C) : known;
    }

    /**
     * Returns what a caller sent, in the first of these ways that it used.
     *
     * @param headers returns the value of a header, asked for in lower case, or null
     */
    public static @Nullable TraceContext find(List<Propagation> ways, UnaryOperator<@Nullable String> headers) {
        for (var way : ways) {
            var sent = headers.apply(way.header);
            var context = sent == null ? null : way.read(sent);
            if (context != null) {
                return context;
            }
        }
        return null;
    }

    @Nullable
    TraceContext read(String sent) {
        if (sent.length() > LONGEST) {
            return null;
        }
        var parts = form.matcher(this == JAEGER ? sent.strip().toLowerCase(Locale.ROOT) : sent.strip());
        return parts.matches() ? context(parts) : null;
    }

    abstract @Nullable TraceContext context(Matcher parts);

    private static @Nullable TraceContext of(String traceId, String spanId, String flags) {
        if (ZEROS.matcher(traceId).matches() || ZEROS.matcher(spanId).matches()) {
            return null;
        }
        return new TraceContext(traceId, spanId, (Integer.parseInt(flags, 16) & SAMPLED) != 0);
    }
}
