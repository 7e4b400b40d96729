// SPDX-License-Identifier: Apache-2.0
package io.dromedary.watch;

import io.dromedary.instance.NamedOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads {@code dromedary.watch.<name>.<option>}. A watch that is configured wrongly is kept with what is wrong, so that
 * the others run and its health check tells. Stateless.
 */
public final class WatchProperties {

    /** What all these properties start with. */
    public static final String PREFIX = "dromedary.watch.";

    /** What may follow a watch's name. */
    public static final Set<String> OPTIONS =
            Set.of("query", "instance", "aggregator", "above", "below", "threshold", "every", "window", "for", "to");

    private static final Set<String> AGGREGATORS = Set.of("last", "avg", "min", "max", "sum");

    private final Function<String, Duration> durations;

    /** @param durations reads {@code 30s} and the like, throws an IllegalArgumentException if it is none */
    public WatchProperties(Function<String, Duration> durations) {
        this.durations = durations;
    }

    /** Returns the state of each configured watch before it is first asked, by name. */
    Map<String, WatchState> read(Map<String, String> properties) {
        var states = new TreeMap<String, WatchState>();
        NamedOptions.byName(properties, PREFIX).forEach((name, options) -> states.put(name, state(name, options)));
        return states;
    }

    private WatchState state(String name, Map<String, String> options) {
        try {
            return WatchState.of(watch(name, options));
        } catch (IllegalArgumentException wrong) {
            return WatchState.misconfigured(name, PREFIX + name + "." + wrong.getMessage());
        }
    }

    private Watch watch(String name, Map<String, String> options) {
        options.keySet().stream()
                .filter(option -> !OPTIONS.contains(option))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            unknown + " is unknown; options are " + String.join(", ", new TreeSet<>(OPTIONS)));
                });
        options.forEach((option, value) -> {
            if (value.contains("{{")) {
                throw new IllegalArgumentException(option + " has a placeholder that stands for nothing here");
            }
        });
        var query = options.getOrDefault("query", "");
        if (query.isEmpty()) {
            throw new IllegalArgumentException("query is missing");
        }
        var aggregator = options.getOrDefault("aggregator", "last");
        if (!AGGREGATORS.contains(aggregator)) {
            throw new IllegalArgumentException("aggregator must be one of last, avg, min, max, sum");
        }
        var below = !options.getOrDefault("below", "").isEmpty();
        return new Watch(
                name,
                options.getOrDefault("instance", ""),
                query,
                aggregator,
                below ? Watch.Side.BELOW : Watch.Side.ABOVE,
                threshold(options),
                duration(options, "every", Duration.ofMinutes(1), Duration.ofSeconds(1)),
                duration(options, "window", Duration.ofMinutes(5), Duration.ofSeconds(1)),
                duration(options, "for", Duration.ZERO, Duration.ZERO),
                options.getOrDefault("to", ""));
    }

    /** {@code above = 5}, {@code below = 5}, or {@code threshold = 5}, which is above. */
    private static double threshold(Map<String, String> options) {
        var given = new ArrayList<String>();
        for (var option : new String[] {"above", "below", "threshold"}) {
            if (options.containsKey(option) && !options.get(option).isEmpty()) {
                given.add(option);
            }
        }
        if (given.size() != 1) {
            throw new IllegalArgumentException("above or below must be there, one of them, with the threshold");
        }
        var option = given.get(0);
        try {
            var threshold = Double.parseDouble(options.get(option));
            if (Double.isFinite(threshold)) {
                return threshold;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new IllegalArgumentException(option + " must be a number");
    }

    private Duration duration(Map<String, String> options, String option, Duration fallback, Duration least) {
        var text = options.get(option);
        if (text == null) {
            return fallback;
        }
        Duration duration;
        try {
            duration = durations.apply(text);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(option + " must be a duration, for example 5m", unreadable);
        }
        if (duration.compareTo(least) < 0) {
            throw new IllegalArgumentException(option + " must be at least " + least.toSeconds() + "s");
        }
        return duration;
    }
}
