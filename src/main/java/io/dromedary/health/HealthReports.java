// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.dromedary.call.Failure;
import io.dromedary.health.HealthReport.Status;
import io.dromedary.instance.Instance;
import io.dromedary.instance.Option;
import io.dromedary.instance.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what works and what does not. The whole is an error only when dashboards could not work: when the keys are
 * refused, or metric queries fail. Stateless.
 */
public final class HealthReports {

    /** Returns whether the API key must be asked for alone, to tell which of the two keys is wrong. */
    public boolean keysRefused(Collection<ProbeResult> results) {
        return results.stream().anyMatch(result -> result.probe() == Probe.KEYS && result.isRefused());
    }

    /** Returns the results with one more. */
    public List<ProbeResult> with(Collection<ProbeResult> results, ProbeResult more) {
        var all = new ArrayList<>(results);
        all.add(more);
        return all;
    }

    /** Returns the report of an instance: {@code datadog} and {@code checks} by probe are its details. */
    public HealthReport report(Collection<ProbeResult> results, Instance instance) {
        var byProbe =
                new EnumMap<Probe, ProbeResult>(results.stream().collect(toMap(ProbeResult::probe, result -> result)));
        var place = place(instance.settings());
        var keys = byProbe.get(Probe.KEYS);
        var queries = byProbe.get(Probe.METRIC_QUERIES);
        if (keys != null && keys.isRefused()) {
            return report(Status.ERROR, refusal(byProbe.get(Probe.API_KEY), instance), byProbe, place);
        }
        if (queries != null && !queries.works()) {
            var text = queries.isRefused()
                    ? "The keys are valid for " + place + ", but metric queries are refused: "
                            + grant(Probe.METRIC_QUERIES)
                    : text(queries);
            return report(Status.ERROR, text, byProbe, place);
        }
        return report(Status.OK, working(byProbe.values(), place), byProbe, place);
    }

    private static String refusal(@Nullable ProbeResult apiKey, Instance instance) {
        var place = place(instance.settings());
        if (apiKey != null && apiKey.works()) {
            return "The API key is valid for " + place + ", but the application key is not: enter one of the same"
                    + " organization (" + instance.key().nameOf(Option.APP_KEY) + ")";
        }
        if (apiKey != null && apiKey.isRefused()) {
            return "Datadog refused the API key (" + instance.key().nameOf(Option.API_KEY) + ") at " + place
                    + ": check the key, and that the site is the one your account is at. Keys of other sites do not"
                    + " work";
        }
        return "Datadog refused the keys at " + place + ": check both keys, and the site";
    }

    private static String working(Collection<ProbeResult> results, String place) {
        var connected = "Connected to " + place + ". ";
        if (results.stream().allMatch(ProbeResult::works)) {
            return connected
                    + results.stream()
                            .filter(result -> result.probe() != Probe.KEYS)
                            .map(result -> result.probe().label() + ": yes.")
                            .collect(joining(" "));
        }
        return connected
                + results.stream()
                        .map(result -> result.probe().label() + ": " + verdict(result) + ".")
                        .collect(joining(" "));
    }

    private static String verdict(ProbeResult result) {
        if (result.works()) {
            return "yes";
        }
        return result.isRefused() && !result.probe().permission().isEmpty()
                ? "no (" + grant(result.probe()) + ")"
                : "no (" + text(result) + ")";
    }

    private static String grant(Probe probe) {
        return "grant " + probe.permission() + " to the application key";
    }

    private static String text(ProbeResult result) {
        return Objects.requireNonNull(result.failure()).text();
    }

    private static String place(Settings settings) {
        if (settings.sandbox()) {
            return "the sandbox";
        }
        var site = settings.site();
        return site == null ? settings.apiUrl().getAuthority() : site.label() + " (" + site.domain() + ")";
    }

    private static HealthReport report(Status status, String message, Map<Probe, ProbeResult> results, String place) {
        var checks = new LinkedHashMap<String, Object>();
        results.values()
                .forEach(result -> checks.put(result.probe().wireName(), check(result.failure(), result.probe())));
        return new HealthReport(status, message, Map.of("datadog", place, "checks", checks));
    }

    private static Map<String, Object> check(@Nullable Failure failure, Probe probe) {
        var check = new LinkedHashMap<String, Object>();
        check.put("works", failure == null);
        if (!probe.permission().isEmpty()) {
            check.put("permission", probe.permission());
        }
        if (failure != null) {
            check.put("status", failure.status());
            check.put("text", failure.text());
        }
        return check;
    }
}
