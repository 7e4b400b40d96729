// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static io.dromedary.config.DatadogRoutes.instance;
import static io.dromedary.config.DatadogRoutes.post;
import static io.dromedary.config.DatadogRoutes.text;
import static io.dromedary.datadog.RawServer.awaitHangUp;
import static io.dromedary.datadog.RawServer.bytes;
import static io.dromedary.datadog.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dromedary.call.Cancellation;
import io.dromedary.datadog.DatadogException;
import io.dromedary.datadog.RawServer;
import io.dromedary.datadog.SingleFlight;
import io.dromedary.instance.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedCallTest {

    private static DatadogRoutes routes;

    private final CountDownLatch release = new CountDownLatch(1);
    private long sharedBefore;

    @BeforeAll
    static void start() {
        routes = new DatadogRoutes();
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    @BeforeEach
    void count() {
        sharedBefore = flights().shared();
    }

    @AfterEach
    void keepsNothing() {
        await().until(() -> flights().underWay() == 0);
    }

    @Test
    void makesOneCallForTwentyIdenticalRequests() throws Exception {
        try (var server = held("answer")) {
            var mine = instance(server.url());
            var fetched = IntStream.range(0, 20)
                    .mapToObj(i -> routes.fetchLater(mine, text("/api/v1/hosts"), new Cancellation()))
                    .toList();
            awaitFollowers(19);
            release.countDown();

            assertThat(fetched).allSatisfy(value -> assertThat(value.join()).isEqualTo("answer"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void asksAgainOnceTheCallHasEnded() throws Exception {
        release.countDown();
        try (var server = held("answer")) {
            var mine = instance(server.url());
            routes.fetch(mine, text("/api/v1/hosts"));
            routes.fetch(mine, text("/api/v1/hosts"));

            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void sharesNothingBetweenInstancesPathsAndBodies() throws Exception {
        try (var server = held("answer")) {
            var mine = instance(server.url());
            var fetched = List.of(
                    routes.fetchLater(mine, text("/api/v1/hosts"), new Cancellation()),
                    routes.fetchLater(instance(server.url()), text("/api/v1/hosts"), new Cancellation()),
                    routes.fetchLater(mine, text("/api/v2/metrics"), new Cancellation()));
            await().until(() -> server.requests().size() == 3);
            release.countDown();

            assertThat(fetched).allSatisfy(value -> assertThat(value.join()).isEqualTo("answer"));
            assertThat(SingleFlight.Key.of(mine, post("/a", "1")))
                    .isNotEqualTo(SingleFlight.Key.of(mine, post("/a", "2")));
        }
    }

    @Test
    void sharesAFailure() throws Exception {
        try (var server = new RawServer((number, client, out) -> {
            release.await();
            out.write(bytes("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n"));
        })) {
            var mine = instance(server.url());
            var fetched = fetchFiveTimes(mine, Cancellation::new);
            release.countDown();

            assertThat(fetched)
                    .allSatisfy(value -> assertThatThrownBy(value::join)
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(DatadogException.class));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void goesOnForTheOthersWhenOneWhoWaitsGoesAway() throws Exception {
        try (var server = held("answer")) {
            var mine = instance(server.url());
            var leader = routes.fetchLater(mine, text("/api/v1/hosts"), new Cancellation());
            assertThat(server.asked().await(10, TimeUnit.SECONDS)).isTrue();
            var gone = new Cancellation();
            var follower = routes.fetchLater(mine, text("/api/v1/hosts"), gone);
            awaitFollowers(1);

            gone.cancel();

            assertThatThrownBy(follower::join).hasMessageContaining("Cancelled");
            release.countDown();
            assertThat(leader.join()).isEqualTo("answer");
        }
    }

    @Test
    void goesOnForTheOthersWhenTheOneWhoLeadsGoesAway() throws Exception {
        try (var server = held("answer")) {
            var mine = instance(server.url());
            var gone = new Cancellation();
            var leader = routes.fetchLater(mine, text("/api/v1/hosts"), gone);
            assertThat(server.asked().await(10, TimeUnit.SECONDS)).isTrue();
            var follower = routes.fetchLater(mine, text("/api/v1/hosts"), new Cancellation());
            awaitFollowers(1);

            gone.cancel();
            release.countDown();

            assertThat(follower.join()).isEqualTo("answer");
            assertThat(leader.join()).isEqualTo("answer");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void hangsUpOnceNobodyWaitsAnyMore() throws Exception {
        try (var server = new RawServer((number, client, out) -> awaitHangUp(client))) {
            var mine = instance(server.url());
            var callers = new ArrayList<Cancellation>();
            var fetched = fetchFiveTimes(mine, () -> {
                callers.add(new Cancellation());
                return callers.get(callers.size() - 1);
            });

            callers.forEach(Cancellation::cancel);

            assertThat(server.hungUp().await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(fetched)
                    .allSatisfy(value -> assertThatThrownBy(value::join).hasMessageContaining("Cancelled"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    private List<CompletableFuture<String>> fetchFiveTimes(Instance mine, Supplier<Cancellation> callers) {
        var fetched = IntStream.range(0, 5)
                .mapToObj(i -> routes.fetchLater(mine, text("/api/v1/hosts"), callers.get()))
                .toList();
        awaitFollowers(4);
        return fetched;
    }

    private RawServer held(String answer) {
        return new RawServer((number, client, out) -> {
            release.await();
            out.write(bytes(ok(answer)));
        });
    }

    private void awaitFollowers(int count) {
        await().until(() -> flights().shared() - sharedBefore == count);
    }

    private static SingleFlight flights() {
        return routes.bean("singleFlight", SingleFlight.class);
    }
}
