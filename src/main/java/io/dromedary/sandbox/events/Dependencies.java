// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.story.Span;
import io.dromedary.sandbox.story.Trace;
import io.dromedary.sandbox.story.Traces;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a resource calls, or who calls it.
 *
 * @param resource its {@code resource_name}, {@code *} for any
 * @param upstream whether its callers are asked for
 */
public record Dependencies(String env, String service, String operation, String resource, boolean upstream) {

    /** Traces looked through begin in so many slots at most: a day. */
    private static final long MOST_SLOTS = 8640;

    /** What is counted of the calls. */
    public enum Stat {
        AVG_DURATION,
        AVG_ROOT_DURATION,
        AVG_SPANS_PER_TRACE,
        ERROR_RATE,
        PCT_EXEC_TIME,
        PCT_OF_TRACES,
        TOTAL_TRACES_COUNT
    }

    /** What is known of a dependency in one bucket. */
    private static final class Calls {
        private long spans;
        private long traces;
        private long errors;
        private long duration;
        private long rootDuration;
    }

    /**
     * Counts by dependency, and by bucket.
     *
     * @param edges of buckets that touch, epoch milliseconds, one more than there are buckets
     * @return by the tags {@code service}, {@code operation_name} and {@code resource_name}; durations are nanoseconds
     */
    public Map<SortedMap<String, String>, double[]> over(Traces traces, long[] edges, Stat stat) {
        int size = edges.length - 1;
        Map<SortedMap<String, String>, Calls[]> calls = new TreeMap<>(Comparator.comparing(Object::toString));
        var all = new long[size];
        long last = Math.floorDiv(edges[size] - 1, Traces.SLOT_MS);
        for (long slot = Math.max(Math.floorDiv(edges[0], Traces.SLOT_MS), last - MOST_SLOTS); slot <= last; slot++) {
            for (var trace : traces.in(slot)) {
                int found = Arrays.binarySearch(edges, trace.clickedMs());
                int bucket = found >= 0 ? found : -found - 2;
                if (bucket >= 0 && bucket < size && trace.spans().stream().anyMatch(this::isAsked)) {
                    all[bucket]++;
                    count(trace, bucket, size, calls);
                }
            }
        }
        var values = new LinkedHashMap<SortedMap<String, String>, double[]>();
        calls.forEach((tags, buckets) -> {
            var line = new double[size];
            Arrays.setAll(line, i -> buckets[i] == null ? Double.NaN : value(stat, buckets[i], all[i]));
            values.put(tags, line);
        });
        return values;
    }

    private void count(Trace trace, int bucket, int size, Map<SortedMap<String, String>, Calls[]> calls) {
        var seen = new HashSet<SortedMap<String, String>>();
        for (var span : dependencies(trace).toList()) {
            var buckets = calls.computeIfAbsent(tags(span), first -> new Calls[size]);
            if (buckets[bucket] == null) {
                buckets[bucket] = new Calls();
            }
            var one = buckets[bucket];
            one.spans++;
            one.errors += span.failed() ? 1 : 0;
            one.duration += span.durationNs();
            if (seen.add(tags(span))) {
                one.traces++;
                one.rootDuration += trace.root().durationNs();
            }
        }
    }

    private Stream<Span> dependencies(Trace trace) {
        return trace.spans().stream().filter(this::isAsked).flatMap(asked -> {
            Predicate<Span> related =
                    upstream ? other -> other.id() == asked.parentId() : other -> other.parentId() == asked.id();
            return trace.spans().stream().filter(related);
        });
    }

    private boolean isAsked(Span span) {
        return span.step().service().equals(service)
                && is(env, span.instance().host().env())
                && is(operation, span.step().operation())
                && is(resource, span.step().resource());
    }

    private static boolean is(String wanted, String value) {
        return wanted.equals("*") || wanted.equals(value);
    }

    private static SortedMap<String, String> tags(Span span) {
        return new TreeMap<>(Map.of(
                "service", span.step().service(),
                "operation_name", span.step().operation(),
                "resource_name", span.step().resource()));
    }

    private static double value(Stat stat, Calls calls, long traces) {
        return switch (stat) {
            case AVG_DURATION -> (double) calls.duration / calls.spans;
            case AVG_ROOT_DURATION -> (double) calls.rootDuration / calls.traces;
            case AVG_SPANS_PER_TRACE -> (double) calls.spans / calls.traces;
            case ERROR_RATE -> (double) calls.errors / calls.spans;
            case PCT_EXEC_TIME -> 100.0 * calls.duration / calls.rootDuration;
            case PCT_OF_TRACES -> 100.0 * calls.traces / traces;
            case TOTAL_TRACES_COUNT -> calls.traces;
        };
    }
}
