// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.frame.Column;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Dromedary tells of itself, after it has asked something. */
class SelfQueriesTest {

    private static SandboxWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new SandboxWorld();
        world.panel("{`query`:`avg:system.cpu.user{*}`}");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Frame ask(String mode) {
        var answer =
                world.panel("{`queryType`:`dromedary`,`mode`:`" + mode + "`}").get("A");
        assertThat(answer.failure()).isNull();
        assertThat(world.sent("/api/v2/query/timeseries")).isEmpty();
        var frame = answer.frames().get(0);
        assertThat(frame.meta().type()).isEqualTo(FrameType.NUMERIC_LONG);
        return frame;
    }

    private static double number(Frame frame, int field, int row) {
        return ((Column.Numbers) frame.fields().get(field).column()).values()[row];
    }

    @Test
    void countsTheCallsByAddressAndStatus() {
        var calls = ask("calls");

        assertThat(calls.fields()).extracting("name").containsExactly("endpoint", "status", "calls", "errors");
        var rows = (Column.Texts) calls.fields().get(0).column();
        var row = rows.values().indexOf("POST /api/v2/query/timeseries");
        assertThat(row).as("%s", rows.values()).isNotNegative();
        assertThat(number(calls, 2, row)).isPositive();
        assertThat(number(calls, 3, row)).isZero();
    }

    @Test
    void listsTheCachesAndHowOftenTheyHelped() {
        var caches = ask("caches");

        assertThat(caches.rows()).isGreaterThan(3);
        assertThat(caches.fields()).extracting("name").contains("cache", "hits", "misses", "hit ratio");
    }

    @Test
    void tellsWhatIsLeftOfTheRateLimits() {
        var budget = ask("budget");

        assertThat(budget.rows()).isPositive();
        assertThat(number(budget, 1, 0)).isLessThan(number(budget, 2, 0));
    }

    @Test
    void saysWhichModesThereAre() {
        var answer = world.panel("{`queryType`:`dromedary`,`mode`:`all`}").get("A");

        assertThat(String.valueOf(answer.failure())).contains("calls, caches, budget");
    }
}
