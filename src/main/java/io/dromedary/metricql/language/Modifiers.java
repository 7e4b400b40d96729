// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import io.dromedary.metricql.language.Function.Category;
import io.dromedary.metricql.language.Function.Place;
import io.dromedary.metricql.language.Parameter.Kind;
import io.dromedary.metricql.language.Parameter.Need;
import java.util.List;
import java.util.Optional;

/** What may follow a query after a dot. */
public final class Modifiers {

    /** Ways to combine the values of a bucket; further layers take {@code stddev} and percentiles too. */
    public static final List<String> ROLLUP_METHODS = List.of("avg", "sum", "min", "max", "count");

    /** Buckets of the calendar, where a number of seconds may stand. */
    public static final List<String> ROLLUP_CALENDAR = List.of("daily", "weekly", "monthly");

    /** Ways to fill a gap. */
    public static final List<String> FILL_MODES = List.of("linear", "last", "zero", "null");

    /** What to offer for the width of a bucket. */
    private static final List<String> WIDTHS = List.of("daily", "weekly", "monthly", "60", "300", "3600");

    private static final List<Function> ALL = List.of(
            of("as_count", "Values of a count or rate as how many in each bucket"),
            of("as_rate", "Values of a count or rate as how many per second"),
            of(
                    "rollup",
                    "Chooses how and over how many seconds values are combined in time",
                    new Parameter("method", Kind.WORD_OR_NUMBER, Need.REQUIRED, ROLLUP_METHODS),
                    new Parameter("seconds", Kind.WORD_OR_NUMBER, Need.OPTIONAL, WIDTHS),
                    new Parameter("start", Kind.WORD_OR_NUMBER, Need.OPTIONAL, List.of()),
                    new Parameter("timezone", Kind.TEXT, Need.OPTIONAL, List.of())),
            of(
                    "fill",
                    "Chooses what stands in gaps, up to a length in seconds (300 unless told, at most 600)",
                    new Parameter("mode", Kind.WORD, Need.REQUIRED, FILL_MODES),
                    new Parameter("limit", Kind.NUMBER, Need.OPTIONAL, List.of("60", "300", "600"))),
            of("weighted", "Weighs gauges of hosts that come and go by how long they reported"));

    private Modifiers() {}

    public static List<Function> all() {
        return ALL;
    }

    /** Finds a modifier by its name. */
    public static Optional<Function> named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Returns the known name that looks most like this one. */
    public static Optional<String> nearest(String name) {
        return NearestWord.to(name, ALL.stream().map(Function::name).toList());
    }

    private static Function of(String name, String description, Parameter... parameters) {
        return new Function(name, Category.MODIFIER, Place.AFTER_QUERY, List.of(parameters), description);
    }
}
