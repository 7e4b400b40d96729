// SPDX-License-Identifier: Apache-2.0
package io.dromedary.autocomplete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ListingCachesTest {

    private static final Lookup METRICS = new Lookup(Subject.METRICS, 1, "", "", "", 10);
    private static final Lookup HOSTS = new Lookup(Subject.HOSTS, 1, "", "", "", 10);
    private static final Listing LISTING = new Listing(List.of("a", "b"), Map.of(), true);

    private final FailedException failure = new FailedException(Failure.badRequest("away"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Freshness freshness = new Freshness(
            Map.of(Subject.METRICS, Duration.ofMinutes(10), Subject.HOSTS, Duration.ofMinutes(5)),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            nanos::get);
    private final Cache<String, CachedListing> cache = ListingCaches.create(100_000, freshness, nanos::get);

    @Test
    void keepsEachListForItsOwnTimeAndADayMore() {
        cache.put("metrics", freshness.fresh(METRICS, LISTING));
        cache.put("hosts", freshness.fresh(HOSTS, LISTING));

        pass(Duration.ofHours(24).plusMinutes(5));
        assertThat(cache.asMap()).containsOnlyKeys("metrics");
        pass(Duration.ofMinutes(5));
        assertThat(cache.asMap()).doesNotContainKey("metrics");
    }

    @Test
    void asksAgainWhenTheTimeIsOver() {
        var cached = freshness.fresh(HOSTS, LISTING);
        assertThat(freshness.needsLoad(null)).isTrue();
        assertThat(freshness.needsLoad(cached)).isFalse();

        pass(Duration.ofMinutes(5));
        assertThat(freshness.needsLoad(cached)).isTrue();
    }

    @Test
    void aSubstituteWaitsBeforeTheNextAttemptAndLivesNoLonger() {
        cache.put("hosts", freshness.fresh(HOSTS, LISTING));
        pass(Duration.ofHours(24));
        var substitute = freshness.substitute(cache.getIfPresent("hosts"), failure);
        cache.put("hosts", substitute);

        assertThat(substitute.staleReason()).isEqualTo("away");
        assertThat(freshness.needsLoad(substitute)).isFalse();
        pass(Duration.ofSeconds(30));
        assertThat(freshness.needsLoad(substitute)).isTrue();
        pass(Duration.ofMinutes(5));
        assertThat(cache.asMap()).doesNotContainKey("hosts");
    }

    @Test
    void thereIsNoSubstituteForNothing() {
        assertThatThrownBy(() -> freshness.substitute(null, failure)).isSameAs(failure);
    }

    @Test
    void staysWithinItsWeight() {
        var kilobyte = new Listing(List.of("x".repeat(500)), Map.of(), true);
        for (var i = 0; i < 1_000; i++) {
            cache.put("k" + i, freshness.fresh(METRICS, kilobyte));
        }
        cache.cleanUp();

        assertThat(cache.estimatedSize()).isBetween(1L, 100L);
        assertThat(cache.stats().evictionCount()).isPositive();
    }

    @Test
    void weighsValuesToo() {
        var tags = new Listing(List.of("env"), Map.of("env", List.of("prod", "dev")), true);

        assertThat(tags.weight()).isEqualTo(3 * 64 + 2 * "envproddev".length());
    }

    @Test
    void findsTheKeysOfAnInstance() {
        var cached = freshness.fresh(METRICS, LISTING);

        assertThat(new ListingCaches().keysOf(1, Map.of("1|", cached, "1|a.b", cached, "11|", cached, "2|1|", cached)))
                .containsExactlyInAnyOrder("1|", "1|a.b");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
