// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.synthetic.SyntheticTest;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sets up the monitors of the shop: of its metrics, and one for each synthetic test. */
final class MonitorList {

    /** 2023-05-02: monitors were made in the year that followed. */
    private static final long FIRST_MS = 1_682_985_600_000L;

    private final World world;
    private final Catalog catalog;
    private final SyntheticTests tests;

    MonitorList(World world, Catalog catalog, SyntheticTests tests) {
        this.world = world;
        this.catalog = catalog;
        this.tests = tests;
    }

    /** In order of their ids. */
    List<Monitor> all() {
        return Stream.concat(
                        MonitorRules.of(world.shop()).stream().map(this::monitor),
                        tests.all().stream().map(this::monitor))
                .sorted(Comparator.comparingLong(Monitor::id))
                .toList();
    }

    private Monitor monitor(MonitorRule rule) {
        var condition = rule.condition();
        String query = condition.query();
        String team = team(rule.service());
        String env = query.contains("env:staging") ? Shop.STAGING : Shop.PRODUCTION;
        var tags = new ArrayList<>(List.of("env:" + env, "team:" + team));
        if (!rule.classification().equals("host")) {
            tags.add("service:" + rule.service());
        }
        return new Monitor(
                rule.id(),
                rule.name(),
                query.contains(" / ") || query.startsWith("p95") ? "query alert" : "metric alert",
                rule.classification(),
                condition.text(),
                "{{#is_alert}}" + rule.name() + "{{/is_alert}} @" + team + "@shop.example",
                tags,
                rule.priority(),
                condition.critical(),
                condition.warning(),
                query.contains(" by {"),
                created(rule.id()),
                new MetricWatch(world, catalog, rule));
    }

    private Monitor monitor(SyntheticTest test) {
        String team = team(test.service());
        return new Monitor(
                test.monitorId(),
                "[Synthetics] " + test.name(),
                "synthetics alert",
                "synthetics",
                "no_query",
                test.name() + " fails @" + team + "@shop.example",
                List.of(
                        "env:" + test.env(),
                        "service:" + test.service(),
                        "team:" + team,
                        "check_type:" + test.type(),
                        "check_status:" + (test.live() ? "live" : "paused")),
                test.isBrowser() ? 1 : 3,
                Double.NaN,
                Double.NaN,
                true,
                created(test.monitorId()),
                new VisitWatch(tests, test));
    }

    private String team(String service) {
        return world.shop().service(service).orElseThrow().team();
    }

    private static long created(long id) {
        return FIRST_MS + TimeUnit.MINUTES.toMillis(Dice.below(Dice.key(5, id), 365 * 24 * 60));
    }
}
