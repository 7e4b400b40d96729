// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.world.Service;
import io.dromedary.sandbox.world.Shop;
import java.util.ArrayList;
import java.util.List;

/** What the shop watches of its metrics: applications, stores, the business, hosts. */
final class MonitorRules {

    private static final long ERRORS = 140_100;
    private static final long LATENCY = 140_200;
    private static final long APDEX = 140_300;

    private final List<MonitorRule> all = new ArrayList<>();

    private MonitorRules() {}

    static List<MonitorRule> of(Shop shop) {
        var rules = new MonitorRules();
        var services = shop.services();
        shop.applications().forEach(service -> rules.application(service, services.indexOf(service)));
        rules.stores();
        rules.business();
        rules.platform();
        return List.copyOf(rules.all);
    }

    private void application(Service service, int number) {
        String name = service.name();
        String scope = "{env:prod,service:" + name + "}";
        apm(ERRORS + number, name, ": error rate is high", 1, "avg(last_5m):" + errorRate(scope) + " > 5", 2.5);
        apm(
                LATENCY + number,
                name,
                ": requests are slow",
                2,
                "avg(last_5m):p95:trace.http.request" + scope + " > 0.45",
                0.3);
        apm(
                APDEX + number,
                name,
                ": users are not content",
                3,
                "avg(last_10m):avg:trace.http.request.apdex" + scope + " < 0.5",
                0.65);
    }

    private static String errorRate(String scope) {
        return "default_zero(sum:trace.http.request.errors" + scope + ".as_count()) / sum:trace.http.request.hits"
                + scope + ".as_count() * 100";
    }

    private void apm(long id, String service, String name, int priority, String query, double warning) {
        add(id, service + name, "apm", service, priority, Reach.SUFFERING, query, warning);
    }

    private void stores() {
        store(
                141_001,
                "postgres",
                ": the replica lags behind",
                2,
                "max(last_5m):max:postgresql.replication_delay{env:prod} by {host} > 5",
                2);
        store(
                141_002,
                "postgres",
                ": connections run out",
                1,
                "avg(last_5m):avg:postgresql.percent_usage_connections{env:prod} by {host} > 0.55",
                0.45);
        store(
                141_003,
                "postgres",
                ": queries are slow",
                3,
                "avg(last_5m):avg:postgresql.queries.duration.avg{env:prod} by {db} > 15",
                8);
        store(
                141_004,
                "redis",
                ": pings are slow",
                2,
                "avg(last_5m):avg:redis.info.latency_ms{env:prod} by {host} > 2",
                1);
        store(
                141_005,
                "kafka",
                ": consumers lag behind",
                2,
                "avg(last_10m):avg:kafka.consumer_lag{env:prod} by {consumer_group,topic} > 1500",
                600);
        store(
                141_006,
                "kafka",
                ": producing is slow",
                3,
                "avg(last_5m):avg:kafka.request.produce.time.avg{env:prod} by {host} > 20",
                10);
    }

    private void store(long id, String service, String name, int priority, String query, double warning) {
        add(id, service + name, "integration", service, priority, Reach.OWN, query, warning);
    }

    private void business() {
        String declined = "default_zero(sum:shop.payment.declined{env:prod}.as_count())";
        add(
                142_001,
                "Customers wait at the checkout",
                "metric",
                "checkout",
                1,
                Reach.SUFFERING,
                "avg(last_5m):p95:shop.checkout.latency{env:prod} > 2200",
                1700);
        add(
                142_002,
                "Payments are declined",
                "metric",
                "payment",
                2,
                Reach.SUFFERING,
                "avg(last_15m):" + declined + " > 40",
                25);
    }

    private void platform() {
        add(
                140_401,
                "checkout on staging: requests are slow",
                "apm",
                "checkout",
                5,
                Reach.NONE,
                "avg(last_15m):p95:trace.http.request{env:staging,service:checkout} > 0.45",
                0.3);
        add(
                143_001,
                "CPU of a host is busy",
                "host",
                "postgres",
                3,
                Reach.UNKNOWN,
                "avg(last_5m):avg:system.cpu.user{env:prod} by {host} > 35",
                30);
        add(
                143_002,
                "Disk of a host fills up",
                "host",
                "postgres",
                3,
                Reach.UNKNOWN,
                "avg(last_15m):avg:system.disk.in_use{env:prod} by {host} > 0.9",
                0.85);
        add(
                143_003,
                "Agent of web-use1-2 is silent",
                "host",
                "web",
                4,
                Reach.UNKNOWN,
                "avg(last_10m):avg:datadog.agent.running{host:web-use1-2} < 1",
                1);
        add(
                143_004,
                "API rate limit is nearly used up",
                "metric",
                "postgres",
                4,
                Reach.UNKNOWN,
                "avg(last_10m):avg:datadog.apis.rate_limit.usage.per_org_pct{*} by {limit_name} > 90",
                75);
    }

    private void add(
            long id,
            String name,
            String classification,
            String service,
            int priority,
            Reach reach,
            String query,
            double warning) {
        all.add(new MonitorRule(id, name, classification, service, priority, reach, Condition.of(query, warning)));
    }
}
