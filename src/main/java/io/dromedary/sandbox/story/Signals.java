// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What rules of security notice: a few things a day, on any host. */
public final class Signals extends HourlyChronicle {

    private static final double PER_HOUR = 0.8;

    private static final List<Rule> RULES = List.of(
            new Rule("Brute force of the shop's login", "high", "ta0006-credential-access", "auth", "abc-def-001"),
            new Rule("Injection tried in a search", "medium", "ta0001-initial-access", "nginx", "abc-def-002"),
            new Rule(
                    "Shell started in a container",
                    "critical",
                    "ta0002-execution",
                    "runtime-security-agent",
                    "abc-def-003"),
            new Rule("Unusual number of refunds by one customer", "low", "ta0040-impact", "payment", "abc-def-004"),
            new Rule("Password file was read", "medium", "ta0003-persistence", "runtime-security-agent", "abc-def-005"),
            new Rule("Login from a new country", "info", "ta0001-initial-access", "audit", "abc-def-006"));

    private final World world;

    public Signals(World world) {
        super(Dice.key(world.seed(), "signals"));
        this.world = world;
    }

    private record Rule(String name, String status, String tactic, String source, String id) {}

    @Override
    double expected(long epochMs) {
        return PER_HOUR;
    }

    @Override
    Event event(long epochMs, long key) {
        var rule = RULES.get(Dice.below(key, RULES.size()));
        var hosts = world.shop().hosts();
        var host = hosts.get(Dice.below(key + 2, hosts.size()));
        var tags = List.of(
                "security:attack",
                "source:" + rule.source(),
                "tactic:" + rule.tactic(),
                "env:" + host.env(),
                "service:" + host.service().name(),
                "team:" + host.service().team(),
                "region:" + host.region().id(),
                // rules and hosts say it both: recordings
                "security:attack",
                "env:" + host.env());
        var origin = new Event.Origin(host.service().name(), host.name(), tags);
        return new Event(epochMs, key, origin, rule.status(), () -> content(rule, origin, epochMs, key));
    }

    private static Map<String, Object> content(Rule rule, Event.Origin origin, long ms, long key) {
        String time = Instant.ofEpochMilli(ms).toString();
        var details = new Details()
                .put("status", "info")
                .put("title", rule.name())
                .put("entities", List.of("host:" + origin.host()))
                .put("hostname", origin.host())
                .put("internal_id", rule.id() + "-" + Long.toHexString(key))
                .put("workflow.events_matched", 1 + Dice.below(key + 3, 60))
                .put("workflow.first_seen", time)
                .put("workflow.last_seen", time)
                .put("workflow.rule.id", rule.id())
                .put("workflow.rule.name", rule.name())
                .put("workflow.rule.type", "Workload Security")
                .put("workflow.triage.state", Dice.unit(key + 4) < 0.5 ? "open" : "archived")
                .put("triggeringRuleCase.status", rule.status())
                .put("network.client.ip", "198.51.100." + (1 + Dice.below(key + 5, 254)));
        return new Details()
                .put("status", rule.status())
                .put("service", List.of(origin.service()))
                .put("tags", origin.tags())
                .put("timestamp", time)
                .put("host", origin.host())
                .put("attributes", details.map())
                .put(
                        "message",
                        "%%%\n## Goal\nNotice it: " + rule.name() + ".\n\n## What to do\nLook at the host.\n%%%")
                .map();
    }
}
