// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.call.Failure;
import io.dromedary.datadog.RateBudget;
import io.dromedary.instance.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the configured instances are, by their last probes: their settings, whether their site can be reached, each
 * permission, and what is left of their rate budgets. Thread-safe.
 */
public final class InstanceHealth implements CheckSource {

    private static final String GROUP = "instance";
    private static final int FIRST_SERVER_ERROR = 500;

    private final RateBudget budget;
    private final int lowPercent;
    private final Clock clock;
    private final Map<String, Finding> findings = new ConcurrentSkipListMap<>();

    /** @param lowPercent a rate budget with less than this left is down */
    public InstanceHealth(RateBudget budget, int lowPercent, Clock clock) {
        this.budget = budget;
        this.lowPercent = lowPercent;
        this.clock = clock;
    }

    /** The last probes of an instance; no instance if its settings are wrong. */
    private record Finding(
            Instant at,
            @Nullable Instance instance,
            List<ProbeResult> results,
            @Nullable Failure failure) {}

    /** Returns the names to probe, and forgets the instances that are no longer configured. */
    public List<String> begin(Collection<String> configured) {
        findings.keySet().retainAll(configured);
        return List.copyOf(configured);
    }

    /** Keeps what probes found. */
    public void keep(String name, Instance instance, Collection<ProbeResult> results) {
        findings.put(name, new Finding(clock.instant(), instance, List.copyOf(results), null));
    }

    /** Keeps why an instance could not be probed: its settings are wrong. */
    public void fail(String name, Throwable thrown) {
        findings.put(name, new Finding(clock.instant(), null, List.of(), Failure.of(thrown)));
    }

    /** Returns a check of each instance that was probed, by its name; of none whose settings are wrong. */
    public List<Check> each(BiFunction<String, Instance, Check> check) {
        var checks = new ArrayList<Check>();
        findings.forEach((name, finding) -> {
            if (finding.instance() != null) {
                checks.add(check.apply(name, finding.instance()));
            }
        });
        return checks;
    }

    @Override
    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        findings.forEach((name, finding) -> {
            checks.add(settings(name, finding));
            if (finding.instance() != null) {
                checks.add(site(name, finding));
                finding.results().forEach(result -> checks.add(probe(name, finding, result)));
                checks.add(budget(name, finding.instance()));
            }
        });
        return checks;
    }

    private static Check settings(String name, Finding finding) {
        var failure = finding.failure();
        return check(
                name,
                "settings",
                failure == null,
                failure == null ? "The settings are complete" : failure.text(),
                finding);
    }

    /** An answer of any kind, a refusal too, shows that the site is there. */
    private static Check site(String name, Finding finding) {
        var silence = finding.results().stream()
                .allMatch(result -> result.failure() != null && result.failure().status() >= FIRST_SERVER_ERROR);
        var text = finding.results().stream()
                .map(ProbeResult::failure)
                .filter(failure -> silence && failure != null)
                .findFirst()
                .map(Failure::text)
                .orElse("Datadog answers");
        return check(name, "site", !silence, text, finding);
    }

    private static Check probe(String name, Finding finding, ProbeResult result) {
        var probe = result.probe();
        var failure = result.failure();
        var text = failure == null
                ? probe.label() + ": yes"
                : result.isRefused() && !probe.permission().isEmpty()
                        ? probe.label() + ": grant " + probe.permission() + " to the application key"
                        : failure.text();
        return check(name, kebab(probe.wireName()), failure == null, text, finding);
    }

    private Check budget(String name, Instance instance) {
        var details = new LinkedHashMap<String, Object>();
        var low = new ArrayList<String>();
        for (var bucket : budget.of(instance)) {
            var limit = bucket.limit();
            details.put(bucket.name(), limit == null ? bucket.remaining() : bucket.remaining() + "/" + limit);
            if (limit != null && bucket.remaining() * 100 < limit * lowPercent && !isOver(bucket)) {
                low.add(bucket.name());
            }
        }
        var text = low.isEmpty()
                ? "Enough is left of every rate limit"
                : "Less than " + lowPercent + " % is left of " + String.join(", ", low);
        return Check.of(id(name, "budget"), GROUP, low.isEmpty(), text, details);
    }

    private boolean isOver(RateBudget.Bucket bucket) {
        return !clock.instant().isBefore(bucket.resetAt());
    }

    private static Check check(String name, String what, boolean up, String text, Finding finding) {
        return Check.of(
                id(name, what), GROUP, up, text, Map.of("checked", finding.at().toString()));
    }

    private static String id(String name, String what) {
        return GROUP + "-" + name + "-" + what;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
