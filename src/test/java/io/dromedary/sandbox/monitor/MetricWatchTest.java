// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.World;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricWatchTest {

    private static final World WORLD = World.of(7);
    private static final Catalog CATALOG = Catalog.of(WORLD);
    private static final int SLOTS = 8;

    static Stream<MonitorRule> rules() {
        return MonitorRules.of(WORLD.shop()).stream().filter(rule -> rule.reach() != Reach.UNKNOWN);
    }

    /** What is skipped outside of incidents is calm indeed. */
    @ParameterizedTest
    @MethodSource("rules")
    void seesWhatALookAtEachMinuteSees(MonitorRule rule) {
        var quick = new MetricWatch(WORLD, CATALOG, rule);
        var thorough = new MetricWatch(
                WORLD,
                CATALOG,
                new MonitorRule(
                        rule.id(),
                        rule.name(),
                        rule.classification(),
                        rule.service(),
                        rule.priority(),
                        Reach.UNKNOWN,
                        rule.condition()));
        long last = Incidents.slotOf(Sandbox.NOW.toEpochMilli());
        for (long slot = last - SLOTS; slot < last; slot++) {
            long from = slot * Incidents.SLOT_MS;
            long to = from + Incidents.SLOT_MS;
            for (var expected : thorough.over(from, to)) {
                assertThat(quick.over(from, to))
                        .filteredOn(timeline -> timeline.group().equals(expected.group()))
                        .singleElement()
                        .satisfies(timeline -> {
                            for (long at = from; at < to; at += Watch.MINUTE_MS) {
                                assertThat(timeline.at(at))
                                        .as("%s at %s", rule.name(), at)
                                        .isEqualTo(expected.at(at));
                            }
                        });
            }
        }
    }
}
