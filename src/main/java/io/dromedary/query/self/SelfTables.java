// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.self;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.RateBudget;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The tables: texts first, then numbers, as {@code numeric-long} wants it. Stateless. */
final class SelfTables {

    private static final int FIRST_ERROR = 400;

    private SelfTables() {}

    /** Returns a row for each address and status, the most asked first. */
    static Frame calls(String refId, Map<DatadogCalls.Key, Long> counts) {
        var rows = counts.entrySet().stream()
                .sorted(Map.Entry.<DatadogCalls.Key, Long>comparingByValue()
                        .reversed()
                        .thenComparing(row -> row.getKey().template()))
                .toList();
        return frame(
                refId,
                texts("endpoint", rows, row -> row.getKey().template()),
                texts("status", rows, row -> String.valueOf(row.getKey().status())),
                numbers("calls", "short", rows, Map.Entry::getValue),
                numbers("errors", "short", rows, row -> row.getKey().status() < FIRST_ERROR ? 0 : row.getValue()));
    }

    /** Returns a row for each cache, in the order of their names. */
    static Frame caches(String refId, Map<String, ? extends Cache<?, ?>> caches) {
        var rows = List.copyOf(new TreeMap<String, Cache<?, ?>>(caches).entrySet());
        return frame(
                refId,
                texts("cache", rows, Map.Entry::getKey),
                numbers("entries", "short", rows, row -> row.getValue().estimatedSize()),
                numbers("hits", "short", rows, row -> row.getValue().stats().hitCount()),
                numbers("misses", "short", rows, row -> row.getValue().stats().missCount()),
                numbers("hit ratio", "percentunit", rows, row -> ratio(row.getValue())));
    }

    /** Returns a row for each rate limit that Datadog has told of, the one with least left first. */
    static Frame budget(
            String refId, List<RateBudget.Bucket> buckets, Function<RateBudget.Bucket, Duration> untilReset) {
        var rows = buckets.stream()
                .sorted(Comparator.comparingLong(RateBudget.Bucket::remaining).thenComparing(RateBudget.Bucket::name))
                .toList();
        return frame(
                refId,
                texts("rate limit", rows, RateBudget.Bucket::name),
                numbers("remaining", "short", rows, RateBudget.Bucket::remaining),
                numbers("limit", "short", rows, bucket -> bucket.limit() == null ? Double.NaN : bucket.limit()),
                numbers("reset", "s", rows, bucket -> untilReset.apply(bucket).toSeconds()));
    }

    /** Returns nothing for a cache that nobody has asked. */
    private static double ratio(Cache<?, ?> cache) {
        var stats = cache.stats();
        return stats.requestCount() == 0 ? Double.NaN : stats.hitRate();
    }

    private static Frame frame(String refId, Field... fields) {
        return new Frame("", refId, FrameMeta.of(FrameType.NUMERIC_LONG, null, List.of()), List.of(fields));
    }

    private static <T> Field texts(String name, List<T> rows, Function<T, String> text) {
        return Field.texts(name, rows.stream().map(text).toList());
    }

    private static <T> Field numbers(String name, String unit, List<T> rows, ToDoubleFunction<T> number) {
        return Field.numbers(
                name,
                Map.of(),
                FieldConfig.unit(unit),
                rows.stream().mapToDouble(number).toArray());
    }
}
