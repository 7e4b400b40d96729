// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static io.dromedary.sandbox.lists.Pages.ok;
import static io.dromedary.sandbox.lists.Pages.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.sandbox.RateLimits;
import io.dromedary.sandbox.Sandbox;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can show an incident shows it at the same time, and nothing does before. */
class OneTruthTest {

    @ParameterizedTest
    @CsvSource({"payment,slo-payment-monitor,shp-pay-005,3", "checkout,slo-checkout-availability,shp-chk-004,1"})
    void anIncidentShowsEverywhere(String service, String slo, String test, int leastAlerts) {
        var incident = Troubles.of(service);
        var during = new View(incident.startMs() + 600_000, service, slo, test);
        var before = new View(incident.startMs() - 60_000, service, slo, test);

        assertThat(during.incidents()).isOne();
        assertThat(during.alerts()).isGreaterThanOrEqualTo(leastAlerts);
        assertThat(during.sli()).isLessThan(before.sli() - 3);
        assertThat(during.visit()).isOne();
        assertThat(during.errors()).isGreaterThan(10 * before.errors());
        assertThat(before.incidents() + before.alerts() + before.visit()).isZero();
    }

    /** What is seen at a time. */
    private record View(Sandbox sandbox, long nowMs, String service, String slo, String test) {

        View(long nowMs, String service, String slo, String test) {
            this(new Sandbox(Instant.ofEpochMilli(nowMs), RateLimits.generous()), nowMs, service, slo, test);
        }

        int incidents() {
            return ok(sandbox.get("/api/v2/incidents/search", query("query", "state:active service:" + service)))
                    .at("/data/attributes/total")
                    .asInt();
        }

        int alerts() {
            return ok(sandbox.get("/api/v1/monitor/search", query("query", "status:alert service:" + service)))
                    .at("/metadata/total_count")
                    .asInt();
        }

        double sli() {
            String window = query("from_ts", Long.toString(nowMs / 1000 - 600), "to_ts", Long.toString(nowMs / 1000));
            return ok(sandbox.get("/api/v2/slo/" + slo + "/status", window))
                    .at("/data/attributes/sli")
                    .asDouble();
        }

        int visit() {
            return ok(sandbox.get("/api/v1/synthetics/tests/" + test + "/results", ""))
                    .at("/results/0/status")
                    .asInt();
        }

        long errors() {
            var search = "{\"data\":{\"type\":\"search_request\",\"attributes\":{\"from\":" + (nowMs - 600_000)
                    + ",\"to\":" + nowMs + ",\"track\":\"trace\",\"query\":\"service:" + service + "\"}}}";
            long count = 0;
            for (var issue : ok(sandbox.post("/api/v2/error-tracking/issues/search", search))
                    .path("data")) {
                count += issue.at("/attributes/total_count").asLong();
            }
            return count;
        }
    }
}
