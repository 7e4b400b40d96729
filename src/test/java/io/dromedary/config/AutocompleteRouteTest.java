// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.autocomplete.Page;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Instances;
import io.dromedary.instance.Lease;
import io.dromedary.instance.Sources;
import io.dromedary.resource.ResourceErrors;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import io.dromedary.resource.ResourceTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutocompleteRouteTest {

    private static final String ROUTES = "autocomplete/*,resource/*,query/*";

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile RouteWorld.Datadog datadog = AutocompleteRouteTest::shop;
    private RouteWorld world = start(Map.of());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void listsMetricsFromAllPagesAndAsksOnce() {
        var first = get("autocomplete/metrics");
        var second = get("autocomplete/metrics");

        assertThat(text(first))
                .isEqualTo(
                        "{\"items\":[{\"text\":\"shop.cart\"},{\"text\":\"shop.orders\"},{\"text\":\"system.cpu.user\"}],"
                                + "\"complete\":true}");
        assertThat(second.body()).isSameAs(first.body());
        assertThat(first.headers()).containsEntry("Content-Type", List.of("application/json"));
        assertThat(asked).hasSize(2).allMatch(path -> path.startsWith("/api/v2/metrics?"));
    }

    @ParameterizedTest(name = "{0}?{1}={2}")
    @CsvSource({
        "metrics,query,ORDERS,'shop.orders',true",
        "metrics,limit,1,'shop.cart',false",
        "metrics,query,nothing,'',true",
        "tag-keys,query,'','env,role,service',true",
        "tag-keys,query,se,'service',true",
        "tag-values,query,'','prod,staging',true",
        "tag-values,query,stag,'staging',true",
        "hosts,query,'','web-1,web-2',true",
        "hosts,query,2,'web-2',true"
    })
    void findsWhatIsSearchedFor(String list, String parameter, String value, String expected, boolean complete) {
        var reply = get("autocomplete/" + list, "metric", "shop.orders", "key", "env", parameter, value);

        assertThat(items(reply)).isEqualTo(expected);
        assertThat(text(reply)).contains("\"complete\":" + complete);
    }

    @Test
    void readsKeysAndValuesOfAMetricAtOnce() {
        get("autocomplete/tag-keys", "metric", "shop.orders");
        get("autocomplete/tag-values", "metric", "shop.orders", "key", "env");
        get("autocomplete/tag-values", "metric", "shop.cart", "key", "env");

        assertThat(asked)
                .extracting(path -> path.replaceFirst("\\?.*", ""))
                .containsExactly("/api/v2/metrics/shop.orders/all-tags", "/api/v2/metrics/shop.cart/all-tags");
    }

    @Test
    void neverSharesBetweenInstances() {
        datadog = (request, instance) -> new Page(List.of("of." + instance.name() + "." + instance.id()), "", 1);
        try (var one = lease("one");
                var two = lease("two")) {
            var bodies = new ArrayList<String>();
            for (var lease : List.of(one, two, one, two)) {
                bodies.add(text(call("GET", "autocomplete/metrics", lease, Map.of())));
            }

            assertThat(bodies.get(0)).isNotEqualTo(bodies.get(1)).isEqualTo(bodies.get(2));
            assertThat(bodies.get(1)).isEqualTo(bodies.get(3));
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void dropsTheListsOfADisposedInstanceOnly() {
        try (var kept = lease("kept");
                var dropped = lease("dropped")) {
            for (var lease : List.of(kept, dropped)) {
                call("GET", "autocomplete/metrics", lease, Map.of());
                call("GET", "autocomplete/hosts", lease, Map.of());
                call("GET", "autocomplete/tag-keys", lease, Map.of("metric", List.of("a")));
            }
            assertThat(keys("metricNames")).hasSize(2);
        }
        world.bean("instances", Instances.class)
                .lease(Sources.source("dropped", 2, Sources.SANDBOX, Map.of()))
                .close();

        assertThat(keys("metricNames")).hasSize(1);
        assertThat(keys("hosts")).isEqualTo(keys("metricNames"));
        assertThat(keys("metricTags")).hasSize(1);
    }

    @Test
    @Timeout(60)
    void loadsOnceForTwentyWhoMissTheListAtOnce() throws Exception {
        var callers = 20;
        var begun = new CountDownLatch(callers);
        datadog = (request, instance) -> {
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            return shop(request, instance);
        };
        var threads = Executors.newFixedThreadPool(callers);
        try (var lease = lease("u")) {
            Callable<String> call = () -> {
                begun.countDown();
                return text(call("GET", "autocomplete/metrics", lease, Map.of()));
            };
            var bodies = new ArrayList<String>();
            for (var result : threads.invokeAll(Collections.nCopies(callers, call))) {
                bodies.add(result.get());
            }

            assertThat(bodies).hasSize(callers).allMatch(body -> body.contains("shop.orders"));
            assertThat(asked).hasSize(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void servesTheOldListMarkedStaleWhileDatadogFails() {
        restart(Map.of("dromedary.autocomplete.metrics-ttl", "0"));
        var fresh = get("autocomplete/metrics", "query", "cart");
        datadog = failing(503, "Datadog is away");

        var stale = get("autocomplete/metrics", "query", "cart");
        var calls = asked.size();
        get("autocomplete/metrics", "query", "cart");

        assertThat(text(fresh)).doesNotContain("stale");
        assertThat(stale.status()).isEqualTo(200);
        assertThat(text(stale))
                .isEqualTo("{\"items\":[{\"text\":\"shop.cart\"}],\"complete\":true,\"stale\":true,"
                        + "\"reason\":\"Datadog is away\"}");
        assertThat(asked).as("Datadog is left alone for a while").hasSize(calls);
    }

    @Test
    void isFreshAgainWhenDatadogIsBack() {
        restart(Map.of("dromedary.autocomplete.metrics-ttl", "0", "dromedary.autocomplete.retry-after", "0"));
        get("autocomplete/metrics");
        datadog = failing(503, "Datadog is away");
        assertThat(text(get("autocomplete/metrics"))).contains("stale");
        datadog = AutocompleteRouteTest::shop;

        assertThat(text(get("autocomplete/metrics"))).doesNotContain("stale");
    }

    @Test
    void passesAFailureOnWhenThereIsNothingOld() {
        datadog = failing(429, "rate limit");

        var reply = get("autocomplete/metrics");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(text(reply)).contains("\"message\":\"rate limit\"", "\"source\":\"downstream\"");
    }

    @Test
    void remembersNoPartOfAListThatFailed() {
        datadog = (request, instance) -> {
            if (request.query().contains("cursor")) {
                throw new FailedException(new Failure(502, Source.DOWNSTREAM, "broken off"));
            }
            return shop(request, instance);
        };

        assertThat(get("autocomplete/metrics").status()).isEqualTo(502);
        assertThat(keys("metricNames")).isEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        var unknown = get("autocomplete/../metrics");
        var wrongMethod = call("POST", "autocomplete/metrics", lease("u"), Map.of());
        var badLimit = get("autocomplete/metrics", "limit", "-1");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.headers()).containsEntry("Allow", List.of("GET"));
        assertThat(badLimit.status()).isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @Test
    void tellsNothingOfADefect() {
        datadog = (request, instance) -> {
            throw new IllegalStateException("hunter2");
        };

        var reply = get("autocomplete/hosts");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(text(reply)).doesNotContain("hunter2");
    }

    @Test
    void hasARouteForEveryResource() {
        assertThat(world.bean("resourceTable", ResourceTable.class).routes())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(world.context().getRoute(route)).isNotNull());
    }

    private static Object shop(DatadogRequest<?> request, Instance instance) {
        if (request.path().endsWith("/all-tags")) {
            return new Page(List.of("env:staging", "env:prod", "service:web", "role"), "", 0);
        }
        if (request.path().equals("/api/v1/hosts")) {
            return new Page(List.of("web-2", "web-1"), "", 2);
        }
        return request.query().contains("cursor")
                ? new Page(List.of("shop.cart"), "", 0)
                : new Page(List.of("system.cpu.user", "shop.orders"), "second", 0);
    }

    private static RouteWorld.Datadog failing(int status, String text) {
        return (request, instance) -> {
            throw new FailedException(new Failure(status, Source.DOWNSTREAM, text));
        };
    }

    private RouteWorld start(Map<String, String> properties) {
        try {
            return new RouteWorld(
                    4,
                    (request, instance) -> {
                        asked.add(request.path() + "?" + request.query());
                        return datadog.answer(request, instance);
                    },
                    ROUTES,
                    properties);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void restart(Map<String, String> properties) {
        world.close();
        world = start(properties);
    }

    private Lease lease(String uid) {
        return world.bean("instances", Instances.class).lease(Sources.sandbox(uid));
    }

    private ResourceReply get(String path, String... parameters) {
        var query = new HashMap<String, List<String>>();
        for (var i = 0; i < parameters.length; i += 2) {
            query.put(parameters[i], List.of(parameters[i + 1]));
        }
        try (var lease = lease("u")) {
            return call("GET", path, lease, query);
        }
    }

    private ResourceReply call(String method, String path, Lease lease, Map<String, List<String>> query) {
        var request = new ResourceRequest(method, path, query, new byte[0]);
        var exchange = world.send("resource-call", request, Map.of("instance", lease.instance()));
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        var failure = exchange.getException();
        return failure != null
                ? new ResourceErrors().reply(failure)
                : exchange.getMessage().getBody(ResourceReply.class);
    }

    private List<Object> keys(String cache) {
        return List.copyOf(world.bean(cache, Cache.class).asMap().keySet());
    }

    private static String text(ResourceReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String items(ResourceReply reply) {
        return Pattern.compile("\"text\":\"([^\"]*)\"")
                .matcher(text(reply))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining(","));
    }
}
