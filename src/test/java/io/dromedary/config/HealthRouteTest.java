// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.health.HealthReport;
import io.dromedary.health.HealthReport.Status;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Instances;
import io.dromedary.instance.Sources;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HealthRouteTest {

    private static final String KEYS = "/api/v2/validate_keys";
    private static final String QUERIES = "/api/v2/query/timeseries";
    private static final String NAMES = "/api/v2/metrics";
    private static final String HOSTS = "/api/v1/hosts";
    private static final String API_KEY = "/api/v1/validate";

    private final Map<String, Integer> failing = new HashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @Test
    void saysWhatWorks() throws Exception {
        var report = check();

        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(report.message())
                .isEqualTo("Connected to EU1 (datadoghq.eu). Metric queries: yes. Metric names: yes. Hosts: yes.");
        assertThat(asked).containsExactlyInAnyOrder(KEYS, QUERIES, NAMES, HOSTS);
        assertThat(report.details())
                .containsEntry("datadog", "EU1 (datadoghq.eu)")
                .extractingByKey("checks")
                .isEqualTo(Map.of(
                        "keys", Map.of("works", true),
                        "metricQueries", Map.of("works", true, "permission", "timeseries_query"),
                        "metricNames", Map.of("works", true, "permission", "metrics_read"),
                        "hosts", Map.of("works", true, "permission", "hosts_read")));
    }

    @Test
    void isFineWithoutNamesAndHostsButSaysSo() throws Exception {
        failing.put(NAMES, 403);
        failing.put(HOSTS, 404);

        var report = check();

        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(report.message())
                .isEqualTo("Connected to EU1 (datadoghq.eu). Keys: yes. Metric queries: yes."
                        + " Metric names: no (grant metrics_read to the application key). Hosts: no (failed 404).");
        assertThat(report.details().toString()).contains("hosts={works=false, permission=hosts_read, status=404");
    }

    @Test
    void tellsThatTheApiKeyIsWrong() throws Exception {
        failing.putAll(Map.of(KEYS, 403, QUERIES, 403, NAMES, 403, HOSTS, 403, API_KEY, 403));

        var report = check();

        assertThat(report.status()).isEqualTo(Status.ERROR);
        assertThat(report.message())
                .startsWith("Datadog refused the API key (secureJsonData.apiKey) at EU1 (datadoghq.eu)")
                .contains("the site");
    }

    @Test
    void tellsThatOnlyTheApplicationKeyIsWrong() throws Exception {
        failing.putAll(Map.of(KEYS, 401, QUERIES, 401, NAMES, 403, HOSTS, 403));

        var report = check();

        assertThat(report.status()).isEqualTo(Status.ERROR);
        assertThat(report.message())
                .startsWith("The API key is valid for EU1 (datadoghq.eu), but the application key is not");
    }

    @Test
    void leavesOpenWhichKeyIsWrongWhenThatCannotBeAsked() throws Exception {
        failing.putAll(Map.of(KEYS, 403, API_KEY, 503));

        assertThat(check().message()).startsWith("Datadog refused the keys at EU1 (datadoghq.eu)");
    }

    @Test
    void isAnErrorWithoutMetricQueries() throws Exception {
        failing.put(QUERIES, 403);

        var report = check();

        assertThat(report.status()).isEqualTo(Status.ERROR);
        assertThat(report.message()).contains("metric queries are refused: grant timeseries_query");
    }

    @Test
    void passesOnWhyDatadogCannotBeReached() throws Exception {
        failing.putAll(Map.of(KEYS, 502, QUERIES, 502, NAMES, 502, HOSTS, 502));

        var report = check();

        assertThat(report.status()).isEqualTo(Status.ERROR);
        assertThat(report.message()).isEqualTo("failed 502");
    }

    @Test
    void isFineWhenOnlyTheCheckOfTheKeysIsMissing() throws Exception {
        failing.put(KEYS, 404);

        var report = check();

        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(report.message()).contains("Keys: no (failed 404). Metric queries: yes.");
    }

    @Test
    @Timeout(30)
    void asksEverythingAtOnce() throws Exception {
        var together = new CyclicBarrier(4);

        var report = check(4, (request, instance) -> together.await(20, TimeUnit.SECONDS) >= 0);

        assertThat(report.status()).isEqualTo(Status.OK);
    }

    @Test
    @Timeout(30)
    void needsOneThreadOnly() throws Exception {
        assertThat(check(1, this::answer).status()).isEqualTo(Status.OK);
    }

    private HealthReport check() throws Exception {
        return check(4, this::answer);
    }

    private HealthReport check(int workers, RouteWorld.Datadog datadog) throws Exception {
        try (var world = new RouteWorld(workers, datadog, "health/*", Map.of());
                var lease = world.bean("instances", Instances.class)
                        .lease(Sources.source("u", 1, "{\"site\":\"EU1\"}", Sources.KEYS))) {
            var exchange = world.send("health-check", "", Collections.singletonMap("instance", lease.instance()));
            assertThat(exchange.getException()).isNull();
            return exchange.getMessage().getBody(HealthReport.class);
        }
    }

    private Object answer(DatadogRequest<?> request, Instance instance) {
        asked.add(request.path());
        var status = failing.get(request.path());
        if (status != null) {
            throw new FailedException(new Failure(status, Source.DOWNSTREAM, "failed " + status));
        }
        return true;
    }
}
