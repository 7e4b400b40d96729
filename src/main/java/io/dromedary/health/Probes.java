// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.call.FailedException;
import io.dromedary.datadog.DatadogRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The requests that probe Datadog, each the cheapest of its kind, and what becomes of their answers. Stateless. */
public final class Probes {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;

    public Probes(Clock clock) {
        this.clock = clock;
    }

    /** Returns what every check begins with; these do not depend on each other. */
    public List<Probe> begin() {
        return Probe.always();
    }

    /** Returns what tells which of two refused keys is the wrong one. */
    public Probe narrow() {
        return Probe.API_KEY;
    }

    /** Returns the request of a probe; its value is true, whatever Datadog says beside that it works. */
    public DatadogRequest<Boolean> request(Probe probe) {
        return switch (probe) {
            case KEYS -> get("/api/v2/validate_keys", "");
            case API_KEY -> get("/api/v1/validate", "");
            case METRIC_NAMES -> get("/api/v2/metrics", "page%5Bsize%5D=1");
            case HOSTS -> get("/api/v1/hosts", "count=1&include_muted_hosts_data=false&include_hosts_metadata=false");
            case METRIC_QUERIES -> DatadogRequest.post("/api/v2/query/timeseries", query(), CheckedReply::read);
        };
    }

    /** Returns the result of a probe that was answered. */
    public ProbeResult works(Probe probe) {
        return new ProbeResult(probe, null);
    }

    /** Returns the result of a probe that was not. */
    public ProbeResult fails(Probe probe, FailedException exception) {
        return new ProbeResult(probe, exception.failure());
    }

    private static DatadogRequest<Boolean> get(String path, String query) {
        return DatadogRequest.get(path, query, CheckedReply::read);
    }

    /** Whole minutes, so that checks at the same time ask the same; a metric that does not exist has no series. */
    private String query() {
        var to = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return """
                {"data":{"type":"timeseries_request","attributes":{"from":%d,"to":%d,"interval":60000,\
                "queries":[{"data_source":"metrics","name":"a","query":"avg:system.cpu.user{*}"}],\
                "formulas":[{"formula":"a"}]}}}""".formatted(to.minus(WINDOW).toEpochMilli(), to.toEpochMilli());
    }
}
