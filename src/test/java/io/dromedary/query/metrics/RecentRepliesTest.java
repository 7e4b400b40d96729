// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dromedary.instance.Instance;
import io.dromedary.query.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentRepliesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Cache<RecentReplies.Key, RecentReplies.Entry> cache = Caffeine.newBuilder()
            .ticker(nanos::get)
            .expireAfterWrite(Duration.ofSeconds(10))
            .weigher(RecentReplies::weigh)
            .maximumWeight(1 << 20)
            .build();
    private final RecentReplies recent = new RecentReplies(cache, Duration.ofSeconds(10), 10_000);
    private final Instance instance = Panels.instance();
    private final MetricsReply reply = new MetricsReply(new long[] {1}, List.of());

    private static MetricsCall call(long fromSecond, long toSecond, String... texts) {
        var window = Panels.window(Panels.NOON.plusSeconds(fromSecond), Panels.NOON.plusSeconds(toSecond), 15);
        return new MetricsCall(question(texts), window);
    }

    private static MetricsCall.Question question(String... texts) {
        var queries = Arrays.stream(texts)
                .map(text -> MetricsCall.NamedQuery.ofMetric("query1", text, ""))
                .toList();
        return new MetricsCall.Question(false, queries, List.of(new MetricsCall.Formula("query1", 0, false)));
    }

    @Test
    void servesAPanelThatRefreshesEverySecondWithTwoCallsInTenSeconds() {
        var calls = 0;
        for (var second = 0; second < 10; second++) {
            var call = call(second, 300 + second, "a");
            if (recent.find(instance, call) == null) {
                calls++;
                recent.keep(instance, call, reply);
            }
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(calls).isLessThanOrEqualTo(2);
    }

    @Test
    void servesWindowsWhoseEndsAreNear() {
        recent.keep(instance, call(0, 300, "a"), reply);

        assertThat(recent.find(instance, call(10, 310, "a"))).isSameAs(reply);
        assertThat(recent.find(instance, call(-10, 290, "a"))).isSameAs(reply);
        assertThat(recent.find(instance, call(11, 311, "a"))).isNull();
        assertThat(recent.find(instance, call(-11, 289, "a"))).isNull();
    }

    @Test
    void servesNoShortWindowOfWhichMostIsMissing() {
        recent.keep(instance, call(0, 10, "a"), reply);

        assertThat(recent.find(instance, call(1, 11, "a"))).isSameAs(reply);
        assertThat(recent.find(instance, call(5, 15, "a"))).isNull();
    }

    @Test
    void keepsDifferentQuestionsApart() {
        recent.keep(instance, call(0, 300, "a"), reply);

        assertThat(recent.find(instance, call(0, 300, "b"))).isNull();
        assertThat(recent.find(instance, call(0, 300, "a", "b"))).isNull();
        assertThat(recent.find(instance, call(1, 300, "a"))).isNull();
        assertThat(recent.find(Panels.instance(), call(0, 300, "a"))).isNull();
        var narrower = new MetricsCall(question("a"), Panels.window(Panels.NOON, Panels.NOON.plusSeconds(300), 5));
        assertThat(recent.find(instance, narrower)).isNull();
        var asked = call(0, 300, "a");
        var queries = asked.question().queries();
        for (var other : List.of(
                new MetricsCall.Question(true, queries, asked.question().formulas()),
                new MetricsCall.Question(false, queries, List.of(new MetricsCall.Formula("abs(query1)", 0, false))),
                new MetricsCall.Question(false, queries, List.of(new MetricsCall.Formula("query1", 5, false))),
                new MetricsCall.Question(false, queries, List.of(new MetricsCall.Formula("query1", 0, true))))) {
            assertThat(recent.find(instance, new MetricsCall(other, asked.window())))
                    .isNull();
        }
    }

    @Test
    void neverServesAWindowThatWantsAFreshReply() {
        var call = call(0, 300, "a");
        var window = call.window();
        var fresh = new MetricsCall(call.question(), new Window(window.range(), window.interval(), true));

        recent.keep(instance, fresh, reply);

        assertThat(recent.find(instance, fresh)).isNull();
        assertThat(recent.find(instance, call)).as("others may use it").isSameAs(reply);
    }

    @Test
    void leavesOutLargeReplies() {
        var large = new MetricsReply(new long[2_000], List.of());

        assertThat(recent.keep(instance, call(0, 300, "a"), large)).isSameAs(large);
        assertThat(recent.find(instance, call(0, 300, "a"))).isNull();
    }

    @Test
    void forgetsAfterItsLife() {
        recent.keep(instance, call(0, 300, "a"), reply);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(recent.find(instance, call(0, 300, "a"))).isNull();
    }

    @Test
    void countsValuesTagsAndTextsAsWeight() {
        var key = new RecentReplies.Key(1, question("x".repeat(1_000)), Duration.ZERO, Duration.ZERO);
        var none = MetricsReply.Unit.NONE;
        var series = new MetricsReply.Series(List.of("t".repeat(500)), 0, none, none, new double[100]);
        var entry = new RecentReplies.Entry(new MetricsReply(new long[100], List.of(series)), Panels.NOON);

        assertThat(RecentReplies.weigh(key, entry)).isBetween(2_000 + 1_000 + 1_600, 2_000 + 1_000 + 1_600 + 600);
    }
}
