// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong nanos = new AtomicLong();
    private final Instances instances = new Instances(HOUR, 100, nanos::get);
    private final List<Instance> disposed = new CopyOnWriteArrayList<>();

    InstancesTest() {
        instances.onDispose(disposed::add);
    }

    @Test
    void keepsAnInstanceBetweenCalls() {
        var first = use(Sources.sandbox("a"));

        assertThat(use(Sources.sandbox("a"))).isSameAs(first);
        assertThat(disposed).isEmpty();
    }

    @Test
    void keepsDataSourcesTenantsAndOrganisationsApart() {
        var used = List.of(
                use(Sources.sandbox("a")),
                use(Sources.sandbox("b")),
                use(of("tenant", 1, "", "a")),
                use(of("", 2, "", "a")),
                use(of("", 1, "stacks-1", "a")));

        assertThat(used).doesNotHaveDuplicates();
        assertThat(used).extracting(Instance::id).doesNotHaveDuplicates();
        assertThat(instances.size()).isEqualTo(5);
    }

    @Test
    void knowsADataSourceWithoutUidByItsNumber() {
        assertThat(of("t", 3, "", "").key()).isEqualTo(new InstanceKey("t", "org-3", "#7"));
        assertThat(of("t", 3, "org-9", "u").key()).isEqualTo(new InstanceKey("t", "org-9", "u"));
    }

    @Test
    void replacesWhatWasSavedAgain() {
        var first = use(Sources.sandbox("a"));
        var second = use(Sources.source("a", 2, Sources.SANDBOX, Map.of()));

        assertThat(second).isNotSameAs(first);
        assertThat(disposed).containsExactly(first);
        assertThat(instances.size()).isOne();
    }

    @Test
    void replacesWhatDiffersInAnySettingThoughSavedAtTheSameTime() {
        var plain = Sources.sandbox("a");
        var used = new ArrayList<>(List.of(use(plain)));
        used.add(use(Sources.source("a", 1, "{\"site\":\"sandbox\",\"timeout\":5}", Map.of())));
        used.add(use(Sources.source("a", 1, Sources.SANDBOX, Map.of("apiKey", "x"))));
        used.add(use(Sources.inGrafana(plain, Map.of("GF_SECURE_SOCKS_DATASOURCE_PROXY_ADDRESS", "p"))));

        assertThat(used).doesNotHaveDuplicates();
    }

    @Test
    void ignoresWhatElseGrafanaIsConfiguredWith() {
        var first = use(Sources.sandbox("a"));

        assertThat(use(Sources.inGrafana(Sources.sandbox("a"), Map.of("GF_APP_URL", "http://other/"))))
                .isSameAs(first);
    }

    @Test
    void letsRunningCallsFinishWithTheInstanceTheyHave() {
        var running = instances.lease(Sources.sandbox("a"));
        var another = instances.lease(Sources.sandbox("a"));
        use(Sources.source("a", 2, Sources.SANDBOX, Map.of()));

        assertThat(disposed).isEmpty();
        running.close();
        running.close();
        assertThat(disposed).isEmpty();
        another.close();
        assertThat(disposed).containsExactly(running.instance());
    }

    @Test
    void answersALateCallWithItsOwnSettingsAndKeepsTheNewerOnes() {
        var now = use(Sources.source("a", 2, Sources.SANDBOX, Map.of()));

        var late = instances.lease(Sources.source("a", 1, "{\"site\":\"sandbox\",\"timeout\":5}", Map.of()));
        assertThat(late.instance().settings().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(disposed).isEmpty();
        late.close();

        assertThat(disposed).containsExactly(late.instance());
        assertThat(use(Sources.source("a", 2, Sources.SANDBOX, Map.of()))).isSameAs(now);
    }

    @Test
    void lateCallsDoNotKeepTheNewerInstanceAlive() {
        var newer = use(Sources.source("a", 2, Sources.SANDBOX, Map.of()));
        pass(HOUR.minusMinutes(1));
        use(Sources.sandbox("a"));
        pass(Duration.ofMinutes(2));

        var restored = use(Sources.sandbox("a"));

        assertThat(disposed).contains(newer);
        assertThat(use(Sources.sandbox("a"))).isSameAs(restored);
    }

    @Test
    void disposesWhatIsUnusedForAnHour() {
        var idle = use(Sources.sandbox("a"));
        pass(HOUR.minusSeconds(1));
        use(Sources.sandbox("a"));
        pass(HOUR.minusSeconds(1));
        instances.cleanUp();
        assertThat(disposed).isEmpty();

        pass(Duration.ofSeconds(2));
        instances.cleanUp();
        assertThat(disposed).containsExactly(idle);
        assertThat(use(Sources.sandbox("a"))).isNotSameAs(idle);
    }

    @Test
    void remembersNoFailure() {
        var broken = Sources.source("a", 1, "{}", Map.of());

        assertThatThrownBy(() -> instances.lease(broken)).isInstanceOf(SettingsException.class);
        assertThat(instances.size()).isZero();
        assertThat(use(Sources.sandbox("a")).settings().sandbox()).isTrue();
    }

    @Test
    void letsGoOfTheKeysBeforeABrokenChange() {
        var before = use(Sources.sandbox("a"));

        assertThatThrownBy(() -> instances.lease(Sources.source("a", 2, "{}", Map.of())))
                .isInstanceOf(SettingsException.class);
        assertThat(disposed).containsExactly(before);
    }

    @Test
    void saysSoWhenACallNamesNoDataSource() {
        assertThatThrownBy(() -> instances.lease(null))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("No data source was named");
    }

    @Test
    void keepsNoMoreThanAllowedInAFlood() {
        for (var i = 0; i < 10_000; i++) {
            use(Sources.sandbox("flood-" + i));
        }
        instances.cleanUp();

        assertThat(instances.size()).isLessThanOrEqualTo(100);
        assertThat(disposed).hasSizeGreaterThanOrEqualTo(9_900);
    }

    @Test
    void disposesEverythingAtTheEnd() {
        var first = use(Sources.sandbox("a"));
        var second = use(Sources.sandbox("b"));
        instances.close();

        assertThat(disposed).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void makesAnInstanceOnceForCallersAtOnce() throws Exception {
        var callers = 16;
        var start = new CyclicBarrier(callers);
        Callable<Instance> call = () -> {
            start.await();
            return use(Sources.sandbox("a"));
        };

        assertThat(inParallel(Collections.nCopies(callers, call))).containsOnly(use(Sources.sandbox("a")));
        assertThat(disposed).isEmpty();
    }

    @Test
    void disposesEveryInstanceOnceWhileSettingsChangeUnderLoad() throws Exception {
        var calls = new ArrayList<Callable<Instance>>();
        for (var i = 0; i < 400; i++) {
            var source = Sources.source("a", i / 8, Sources.SANDBOX, Map.of());
            calls.add(() -> {
                try (var lease = instances.lease(source)) {
                    assertThat(disposed.contains(lease.instance())).isFalse();
                    return lease.instance();
                }
            });
        }
        var used = inParallel(calls);
        instances.close();

        assertThat(disposed).doesNotHaveDuplicates().containsAll(used);
    }

    private Instance use(SettingsSource source) {
        try (var lease = instances.lease(source)) {
            return lease.instance();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static SettingsSource of(String tenant, long orgId, String namespace, String uid) {
        return new SettingsSource(
                tenant, orgId, namespace, 7, uid, "n", null, 1, Sources.bytes(Sources.SANDBOX), Map.of(), Map.of());
    }

    private static List<Instance> inParallel(List<Callable<Instance>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            var results = new ArrayList<Instance>();
            for (Future<Instance> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
