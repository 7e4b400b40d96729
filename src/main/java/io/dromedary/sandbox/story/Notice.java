// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.monitor.Monitor;
import io.dromedary.sandbox.monitor.State;
import io.dromedary.sandbox.monitor.Timeline;
import io.dromedary.sandbox.world.Deployment;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody is told about a change.
 *
 * @param ms epoch milliseconds
 * @param key tells it apart
 * @param more what only its source says
 */
record Notice(
        long ms, long key, String source, String status, String title, String text, List<String> tags, Details more) {

    /** A new version runs. */
    static Notice of(Deployment one) {
        return new Notice(
                one.fromMs(),
                Dice.key(Dice.key(51, one.service() + one.env()), one.fromMs()),
                "deployment",
                "info",
                "Deployed " + one.service() + " " + one.version() + " to " + one.env(),
                "Version " + one.version() + " of " + one.service() + " takes over.",
                List.of("env:" + one.env(), "service:" + one.service(), "version:" + one.version()),
                new Details());
    }

    /** @param what {@code declared} or {@code stable} */
    static Notice of(Incident incident, Service service, long ms, String what, String status) {
        String title = service.name() + (service.isApplication() ? " is slow and fails" : " does not keep up");
        return new Notice(
                ms,
                Dice.key(Dice.key(52, what), incident.number()),
                "incidents",
                status,
                "Incident #" + incident.number() + " " + what + ": " + title,
                "Customers feel it where " + service.name() + " is needed.",
                List.of("env:prod", "service:" + service.name(), "team:" + service.team()),
                new Details().put("incident.public_id", incident.number()));
    }

    /** A group of a monitor is in another state. */
    static Notice of(Monitor monitor, Timeline timeline, Timeline.Change change, State before) {
        var tags = new ArrayList<>(monitor.tags());
        tags.add("monitor");
        timeline.group().forEach((key, value) -> tags.add(key + ":" + value));
        return new Notice(
                change.atMs(),
                Dice.key(Dice.key(monitor.id(), timeline.group().toString()), change.atMs()),
                "alert",
                status(change.state()),
                "[" + verb(change.state()) + group(timeline) + "] " + monitor.name(),
                monitor.message(),
                tags,
                new Details()
                        .put("monitor.id", monitor.id())
                        .put("monitor.name", monitor.name())
                        .put("monitor.type", monitor.type())
                        .put("monitor.query", monitor.query())
                        .put(
                                "monitor.transition.destination_state",
                                change.state().wireName())
                        .put("monitor.transition.source_state", before.wireName()));
    }

    private static String group(Timeline timeline) {
        return timeline.group().isEmpty()
                ? ""
                : timeline.group().entrySet().stream()
                        .map(tag -> tag.getKey() + ":" + tag.getValue())
                        .collect(Collectors.joining(",", " on ", ""));
    }

    private static String verb(State state) {
        return switch (state) {
            case OK -> "Recovered";
            case NO_DATA -> "No data";
            case WARN -> "Warn";
            case ALERT -> "Triggered";
        };
    }

    private static String status(State state) {
        return switch (state) {
            case OK -> "ok";
            case NO_DATA, WARN -> "warn";
            case ALERT -> "error";
        };
    }

    Event event() {
        var all = new ArrayList<>(tags);
        // the tag of the source comes twice: recordings
        all.add("source:" + source);
        all.add("source:" + source);
        String service = tags.stream()
                .filter(tag -> tag.startsWith("service:"))
                .findFirst()
                .map(tag -> tag.substring("service:".length()))
                .orElse("");
        var origin = new Event.Origin(service, "", all);
        return new Event(ms, key, origin, status, () -> content(origin)).told();
    }

    private Map<String, Object> content(Event.Origin origin) {
        boolean alert = source.equals("alert");
        more.put("status", status)
                .put("service", origin.service().isEmpty() ? "undefined" : origin.service())
                .put("title", title)
                .put("timestamp", ms)
                .put("priority", "normal")
                .put(
                        "aggregation_key",
                        source + ":" + title.substring(title.indexOf(']') + 1).strip())
                .put("sourcecategory", alert ? "monitor_alert" : source)
                .put("evt.source_id", alert ? 36 : 100)
                .put("evt.type", source)
                .put("evt.id", Long.toString(Event.number(key)));
        return new Details()
                .put("attributes", more.map())
                .put("message", text)
                .put("tags", origin.tags())
                .put("timestamp", Instant.ofEpochMilli(ms).toString())
                .map();
    }
}
