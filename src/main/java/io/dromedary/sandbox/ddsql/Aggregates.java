// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one value of many, and puts values in order. */
final class Aggregates {

    private Aggregates() {}

    /** Returns what becomes of the values of a group: null of no values, except for a count. */
    static @Nullable Object of(Select.Aggregate aggregate, List<@Nullable Object> values) {
        if (aggregate == Select.Aggregate.COUNT) {
            return (long) values.size();
        }
        if (values.isEmpty()) {
            return null;
        }
        return switch (aggregate) {
            case MIN -> values.stream().min(Aggregates::compare).orElse(null);
            case MAX -> values.stream().max(Aggregates::compare).orElse(null);
            case AVG -> sum(values) / values.size();
            default -> values.get(0) instanceof Long ? (Object) (long) sum(values) : (Object) sum(values);
        };
    }

    private static double sum(List<@Nullable Object> values) {
        return values.stream()
                .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
                .sum();
    }

    /** Null comes last, as with PostgreSQL. */
    static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        if (one instanceof Number number && other instanceof Number another) {
            return Double.compare(number.doubleValue(), another.doubleValue());
        }
        return Comparator.<String>naturalOrder().compare(one.toString(), other.toString());
    }
}
