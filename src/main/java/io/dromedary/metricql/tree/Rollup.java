// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.tree;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of {@code .rollup(…)}: {@code rollup(sum)}, {@code rollup(sum, 60)}, {@code rollup(60)},
 * {@code rollup(sum, daily, 12am, 'Europe/Paris')}.
 *
 * @param method avg, sum, min, max, count, and in further layers stddev or a percentile; null when not written
 * @param seconds width of a bucket, null when not written or a calendar word stands there
 * @param calendar daily, weekly or monthly
 * @param start where the calendar bucket begins, such as {@code 12am} or {@code monday}
 * @param zone name of a time zone for calendar buckets
 */
public record Rollup(
        @Nullable String method,
        @Nullable Double seconds,
        @Nullable String calendar,
        @Nullable String start,
        @Nullable String zone) {

    /** The modifier's name. */
    public static final String NAME = "rollup";

    /** The words that stand for a bucket of the calendar. */
    public static final Set<String> CALENDAR = Set.of("daily", "weekly", "monthly");

    /** Returns the meaning of a modifier; nothing when it is no rollup. Arguments that make no sense are left out. */
    public static Optional<Rollup> from(Modifier modifier) {
        if (!modifier.name().equals(NAME)) {
            return Optional.empty();
        }
        var arguments = modifier.arguments();
        var method = arguments.isEmpty() || CALENDAR.contains(text(arguments, 0)) ? "" : text(arguments, 0);
        int width = method.isEmpty() ? 0 : 1;
        var seconds = width < arguments.size() && arguments.get(width) instanceof NumberValue number
                ? Double.valueOf(number.value())
                : null;
        var word = text(arguments, width);
        var calendar = CALENDAR.contains(word) ? word : null;
        var third = calendar == null ? "" : text(arguments, width + 1);
        var fourth = calendar == null ? "" : text(arguments, width + 2);
        boolean zoneIsThird = isZone(third);
        return Optional.of(new Rollup(
                orNull(method),
                seconds,
                calendar,
                zoneIsThird ? null : orNull(third),
                orNull(zoneIsThird ? third : fourth)));
    }

    private static boolean isZone(String text) {
        return text.indexOf('/') > 0 || text.equals("UTC") || text.equals("GMT");
    }

    private static String text(List<Argument> arguments, int index) {
        if (index >= arguments.size()) {
            return "";
        }
        var argument = arguments.get(index);
        if (argument instanceof Argument.Word word) {
            return word.value();
        }
        return argument instanceof Argument.Text text ? text.value() : "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
