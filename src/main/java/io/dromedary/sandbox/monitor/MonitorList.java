// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.synthetic.SyntheticTest;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Sets up the monitors of the shop: for each application, for each store, for the hosts, for each synthetic test. */
final class MonitorList {

    /** 2023-05-02: monitors were made in the year that followed. */
    private static final long FIRST_MS = 1_682_985_600_000L;

    private static final long ERRORS = 140_100;
    private static final long LATENCY = 140_200;
    private static final long APDEX = 140_300;

    private final World world;
    private final Catalog catalog;
    private final List<Monitor> all = new ArrayList<>();

    MonitorList(World world, Catalog catalog, SyntheticTests tests) {
        this.world = world;
        this.catalog = catalog;
        applications();
        stores();
        business();
        hosts();
        tests.all().forEach(test -> add(test, new VisitWatch(tests, test)));
        all.sort(Comparator.comparingLong(Monitor::id));
    }

    List<Monitor> all() {
        return List.copyOf(all);
    }

    /** The id of the monitor that tells of an application's errors. */
    static long errorsId(World world, String service) {
        return ERRORS + number(world, service);
    }

    private static int number(World world, String service) {
        return world.shop().services().stream().map(Service::name).toList().indexOf(service);
    }

    private void applications() {
        for (var service : world.shop().applications()) {
            String scope = "{env:prod,service:" + service.name() + "}";
            String hits = "sum:trace.http.request.hits" + scope + ".as_count()";
            String errors = "default_zero(sum:trace.http.request.errors" + scope + ".as_count())";
            int number = number(world, service.name());
            var suffers = suffers(service.name());
            add(
                    ERRORS + number,
                    service.name() + ": error rate is high",
                    "apm",
                    service,
                    1,
                    quiet(suffers),
                    new Condition("avg", 5, errors + " / " + hits + " * 100", true, 5, 2.5));
            add(
                    LATENCY + number,
                    service.name() + ": requests are slow",
                    "apm",
                    service,
                    2,
                    quiet(suffers),
                    new Condition("avg", 5, "p95:trace.http.request" + scope, true, 0.45, 0.3));
            add(
                    APDEX + number,
                    service.name() + ": users are not content",
                    "apm",
                    service,
                    3,
                    quiet(suffers),
                    new Condition("avg", 10, "avg:trace.http.request.apdex" + scope, false, 0.5, 0.65));
        }
        var checkout = service("checkout");
        add(
                140_401,
                "checkout on staging: error rate is high",
                "apm",
                checkout,
                5,
                quiet(incident -> false),
                new Condition(
                        "avg",
                        15,
                        "default_zero(sum:trace.http.request.errors{env:staging,service:checkout}"
                                + ".as_count()) / sum:trace.http.request.hits{env:staging,service:checkout}.as_count() * 100",
                        true,
                        20,
                        10));
    }

    private void stores() {
        store(
                141_001,
                "postgres: the replica lags behind",
                "postgres",
                2,
                new Condition("max", 5, "max:postgresql.replication_delay{env:prod} by {host}", true, 5, 2));
        store(
                141_002,
                "postgres: connections run out",
                "postgres",
                1,
                new Condition(
                        "avg", 5, "avg:postgresql.percent_usage_connections{env:prod} by {host}", true, 0.55, 0.45));
        store(
                141_003,
                "postgres: queries are slow",
                "postgres",
                3,
                new Condition("avg", 5, "avg:postgresql.queries.duration.avg{env:prod} by {db}", true, 15, 8));
        store(
                141_004,
                "redis: pings are slow",
                "redis",
                2,
                new Condition("avg", 5, "avg:redis.info.latency_ms{env:prod} by {host}", true, 2, 1));
        store(
                141_005,
                "kafka: consumers lag behind",
                "kafka",
                2,
                new Condition(
                        "avg", 10, "avg:kafka.consumer_lag{env:prod} by {consumer_group,topic}", true, 1_500, 600));
        store(
                141_006,
                "kafka: producing is slow",
                "kafka",
                3,
                new Condition("avg", 5, "avg:kafka.request.produce.time.avg{env:prod} by {host}", true, 20, 10));
    }

    private void store(long id, String name, String service, int priority, Condition condition) {
        var own = service(service);
        add(
                id,
                name,
                "integration",
                own,
                priority,
                quiet(incident -> incident.service().equals(service)),
                condition);
    }

    private void business() {
        add(
                142_001,
                "Orders fail",
                "metric",
                service("checkout"),
                1,
                quiet(suffers("checkout")),
                new Condition(
                        "avg",
                        5,
                        "default_zero(sum:shop.orders.failed{env:prod}.as_count())"
                                + " / sum:shop.orders{env:prod}.as_count() * 100",
                        true,
                        8,
                        4));
        add(
                142_002,
                "Payments are declined",
                "metric",
                service("payment"),
                2,
                quiet(suffers("payment")),
                new Condition("avg", 15, "default_zero(sum:shop.payment.declined{env:prod}.as_count())", true, 40, 25));
    }

    private void hosts() {
        var platform = service("postgres");
        add(
                143_001,
                "CPU of a host is busy",
                "host",
                platform,
                3,
                quiet(incident -> true),
                new Condition("avg", 5, "avg:system.cpu.user{env:prod} by {host}", true, 35, 30));
        add(
                143_002,
                "Disk of a host fills up",
                "host",
                platform,
                3,
                Reach.ALWAYS,
                new Condition("avg", 15, "avg:system.disk.in_use{env:prod} by {host}", true, 0.9, 0.85));
        add(
                143_003,
                "Agent of web-use1-2 is silent",
                "host",
                service("web"),
                4,
                Reach.ALWAYS,
                new Condition("avg", 10, "avg:datadog.agent.running{host:web-use1-2}", false, 1, 1));
        add(
                143_004,
                "API rate limit is nearly used up",
                "metric",
                platform,
                4,
                Reach.ALWAYS,
                new Condition(
                        "avg", 10, "avg:datadog.apis.rate_limit.usage.per_org_pct{*} by {limit_name}", true, 90, 75));
    }

    /** @param quiet whether nothing but the incidents that reach it changes its state */
    private record Reach(boolean quiet, Predicate<Incident> reaches) {
        static final Reach ALWAYS = new Reach(false, incident -> true);
    }

    private static Reach quiet(Predicate<Incident> reaches) {
        return new Reach(true, reaches);
    }

    private Predicate<Incident> suffers(String service) {
        return incident -> world.shop().suffering(service, incident.service()) > 0;
    }

    private Service service(String name) {
        return world.shop().service(name).orElseThrow();
    }

    private void add(
            long id,
            String name,
            String classification,
            Service service,
            int priority,
            Reach reach,
            Condition condition) {
        boolean host = classification.equals("host");
        boolean staging = condition.query().contains("env:staging");
        var tags =
                new ArrayList<>(List.of("env:" + (staging ? Shop.STAGING : Shop.PRODUCTION), "team:" + service.team()));
        if (!host) {
            tags.add("service:" + service.name());
        }
        all.add(new Monitor(
                id,
                name,
                condition.query().contains(" / ") || condition.query().startsWith("p95")
                        ? "query alert"
                        : "metric alert",
                classification,
                condition.text(),
                "{{#is_alert}}" + name + "{{/is_alert}} @" + service.team() + "@shop.example",
                tags,
                priority,
                condition.critical(),
                condition.warning(),
                condition.query().contains(" by {"),
                created(id),
                new MetricWatch(world, catalog, condition, reach.quiet(), reach.reaches())));
    }

    private void add(SyntheticTest test, Watch watch) {
        all.add(new Monitor(
                test.monitorId(),
                "[Synthetics] " + test.name(),
                "synthetics alert",
                "synthetics",
                "no_query",
                test.name() + " fails @" + service(test.service()).team() + "@shop.example",
                List.of(
                        "env:" + test.env(),
                        "service:" + test.service(),
                        "team:" + service(test.service()).team(),
                        "check_type:" + test.type(),
                        "check_status:" + (test.live() ? "live" : "paused")),
                test.isBrowser() ? 1 : 3,
                Double.NaN,
                Double.NaN,
                true,
                created(test.monitorId()),
                watch));
    }

    private static long created(long id) {
        return FIRST_MS + TimeUnit.MINUTES.toMillis(Dice.below(Dice.key(5, id), 365 * 24 * 60));
    }
}
