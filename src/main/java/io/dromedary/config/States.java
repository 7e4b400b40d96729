// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.datadog.Breakers;
import io.dromedary.datadog.DatadogCalls;
import io.dromedary.datadog.RateBudget;
import io.dromedary.datadog.RateBudget.Bucket;
import io.dromedary.http.FrontDoor;
import io.dromedary.instance.Instances;
import io.dromedary.observe.Meters;
import io.dromedary.observe.StateCollector.Kind;
import io.dromedary.observe.StateCollector.Point;
import io.dromedary.observe.StateCollector.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/** What is told of budgets, caches, queues and doors, read from the beans when somebody asks. */
final class States {

    private final CamelContext context;

    States(CamelContext context) {
        this.context = context;
    }

    List<Source> sources() {
        var sources = new ArrayList<Source>();
        sources.add(gauge(
                "dromedary_budget_remaining",
                "Calls that a rate limit of Datadog has left",
                buckets((budget, bucket) -> bucket.remaining())));
        sources.add(gauge(
                "dromedary_budget_reset_seconds",
                "Time until a rate limit starts anew",
                buckets((budget, bucket) -> budget.untilReset(bucket).toSeconds())));
        sources.add(gauge(
                "dromedary_breaker_open",
                "1 while calls fail at once because Datadog could not be reached",
                this::breakers));
        sources.add(counter(
                "dromedary_breaker_refused",
                "Calls that failed at once because Datadog could not be reached",
                points(Breakers.class, Breakers::refused)));
        sources.add(gauge("dromedary_cache_entries", "Entries of a cache", caches(cache -> cache.estimatedSize())));
        sources.add(counter(
                "dromedary_cache_hits",
                "Times a cache helped",
                caches(cache -> cache.stats().hitCount())));
        sources.add(counter(
                "dromedary_cache_misses",
                "Times a cache did not help",
                caches(cache -> cache.stats().missCount())));
        sources.add(one(
                "dromedary_datadog_in_flight",
                "Calls to Datadog that are being made",
                DatadogCalls.class,
                DatadogCalls::inFlight));
        sources.add(counter(
                "dromedary_datadog_retries",
                "Calls to Datadog that were made a second time",
                points(DatadogCalls.class, DatadogCalls::retried)));
        sources.add(one("dromedary_instances", "Data sources kept ready", Instances.class, Instances::size));
        sources.add(one(
                "dromedary_http_in_flight", "HTTP requests answered or waiting", FrontDoor.class, FrontDoor::inFlight));
        sources.add(gauge("dromedary_workers_waiting", "Calls that wait for a worker", this::waiting));
        return sources;
    }

    private static Source gauge(String name, String help, Supplier<List<Point>> points) {
        return new Source(Kind.GAUGE, name, help, points);
    }

    private static Source counter(String name, String help, Supplier<List<Point>> points) {
        return new Source(Kind.COUNTER, name, help, points);
    }

    private <T> Source one(String name, String help, Class<T> type, ToDoubleFunction<T> value) {
        return gauge(name, help, points(type, value));
    }

    private <T> Supplier<List<Point>> points(Class<T> type, ToDoubleFunction<T> value) {
        return () -> context.getRegistry().findByType(type).stream()
                .limit(1)
                .map(bean -> new Point(Map.of(), value.applyAsDouble(bean)))
                .toList();
    }

    /** Says what an instance's rate limits have; of instances with the same name, the one that has least left. */
    private Supplier<List<Point>> buckets(ToDoubleBiFunction<RateBudget, Bucket> value) {
        return () -> {
            var budget = Beans.the(RateBudget.class, context);
            var meters = Beans.the(Meters.class, context);
            var least = new HashMap<Map<String, String>, Bucket>();
            for (var instance : Beans.the(Instances.class, context).all()) {
                var label = meters.label(instance.name());
                budget.of(instance)
                        .forEach(bucket -> least.merge(
                                Map.of("instance", label, "bucket", bucket.name()),
                                bucket,
                                BinaryOperator.minBy(Comparator.comparingLong(Bucket::remaining))));
            }
            return least.entrySet().stream()
                    .map(entry -> new Point(entry.getKey(), value.applyAsDouble(budget, entry.getValue())))
                    .toList();
        };
    }

    /** Of instances with the same name one that is open counts. */
    private List<Point> breakers() {
        var breakers = Beans.the(Breakers.class, context);
        var meters = Beans.the(Meters.class, context);
        var open = new HashMap<String, Boolean>();
        for (var instance : Beans.the(Instances.class, context).all()) {
            open.merge(meters.label(instance.name()), breakers.of(instance).isPresent(), Boolean::logicalOr);
        }
        return open.entrySet().stream()
                .map(entry -> new Point(Map.of("instance", entry.getKey()), entry.getValue() ? 1 : 0))
                .toList();
    }

    private Supplier<List<Point>> caches(ToDoubleFunction<Cache<?, ?>> value) {
        return () -> Beans.caches(context).entrySet().stream()
                .map(cache -> new Point(Map.of("cache", cache.getKey()), value.applyAsDouble(cache.getValue())))
                .toList();
    }

    /** Virtual threads do not wait. */
    private List<Point> waiting() {
        return context.getRegistry().lookupByName("workers") instanceof ThreadPoolExecutor pool
                ? List.of(new Point(Map.of(), pool.getQueue().size()))
                : List.of(new Point(Map.of(), 0));
    }
}
