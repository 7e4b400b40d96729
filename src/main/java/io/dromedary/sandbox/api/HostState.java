// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Series;
import io.dromedary.sandbox.signal.Method;
import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A host as the host list shows it.
 *
 * @param lastReportedSeconds epoch seconds
 * @param cpu percent in use, averaged over the last five minutes, as are {@code iowait} and {@code load}
 */
record HostState(Host host, boolean up, long lastReportedSeconds, double cpu, double iowait, double load) {

    private static final String AGENT = "Datadog";
    private static final String CLOUD = "Amazon Web Services";
    private static final Set<String> CLOUD_KEYS = Set.of("region", "availability-zone", "instance-type");
    private static final long SPAN_MS = TimeUnit.MINUTES.toMillis(5);
    /** When the autoscaler stops what it started for the day. */
    private static final long EVENING_SECONDS = TimeUnit.HOURS.toSeconds(22);

    static HostState of(Host host, Catalog catalog, long nowMs) {
        long now = nowMs / 1000;
        boolean up = host.isUp(nowMs);
        long day = TimeUnit.DAYS.toSeconds(1);
        long last = up ? now : Math.floorDiv(now - EVENING_SECONDS, day) * day + EVENING_SECONDS;
        return new HostState(
                host,
                up,
                last,
                100 - average(host, catalog, "system.cpu.idle", last),
                average(host, catalog, "system.cpu.iowait", last),
                average(host, catalog, "system.load.1", last));
    }

    private static double average(Host host, Catalog catalog, String metric, long seconds) {
        long to = seconds * 1000;
        return catalog.find(metric).orElseThrow().source().in(to - SPAN_MS, to).stream()
                .filter(series -> host.name().equals(series.tags().get("host")))
                .map(Series::reading)
                .mapToDouble(reading -> reading.over(Method.AVG, to - SPAN_MS, to))
                .average()
                .orElse(0);
    }

    /** The tags a source gives a host; all of them when the source is empty, none of a source nobody knows. */
    static List<String> tagsFrom(Host host, String source) {
        return host.tags().entrySet().stream()
                .filter(tag ->
                        source.isEmpty() || source.equalsIgnoreCase(CLOUD_KEYS.contains(tag.getKey()) ? CLOUD : AGENT))
                .map(tag -> tag.getKey() + ":" + tag.getValue())
                .toList();
    }

    void write(JsonGenerator out, boolean metadata) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", host.name());
        out.writeNumberField("id", id());
        out.writeStringField("host_name", host.name());
        Json.texts(out, "aliases", List.of(host.name()));
        out.writeStringField("aws_name", "i-" + Long.toHexString(Dice.key(1, host.name())));
        Json.texts(out, "apps", List.of("agent", host.service().name()));
        Json.texts(out, "sources", List.of("agent", "aws"));
        out.writeBooleanField("up", up);
        out.writeBooleanField("is_muted", false);
        out.writeNullField("mute_timeout");
        out.writeNumberField("last_reported_time", lastReportedSeconds);
        out.writeObjectFieldStart("metrics");
        out.writeNumberField("cpu", cpu);
        out.writeNumberField("iowait", iowait);
        out.writeNumberField("load", load);
        out.writeEndObject();
        out.writeObjectFieldStart("tags_by_source");
        Json.texts(out, AGENT, tagsFrom(host, AGENT));
        Json.texts(out, CLOUD, tagsFrom(host, CLOUD));
        out.writeEndObject();
        meta(out, metadata);
        out.writeEndObject();
    }

    private long id() {
        return 1_000_000_000L + Dice.below(Dice.key(2, host.name()), 900_000_000);
    }

    private void meta(JsonGenerator out, boolean metadata) throws IOException {
        out.writeObjectFieldStart("meta");
        out.writeStringField("socket-hostname", host.name());
        out.writeStringField("platform", "linux");
        out.writeStringField("processor", "x86_64");
        out.writeStringField("machine", "amd64");
        out.writeStringField("agent_version", "7.68.2");
        out.writeNumberField("cpuCores", host.cores());
        out.writeNumberField("host_id", id());
        if (metadata) {
            // a JSON text inside a JSON string: recording, hosts with metadata
            out.writeStringField("gohai", new String(Json.bytes(this::gohai), StandardCharsets.UTF_8));
        }
        out.writeEndObject();
    }

    private void gohai(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("cpu");
        out.writeStringField("cpu_cores", Integer.toString(host.cores()));
        out.writeStringField("model_name", "Example CPU @ 2.90GHz");
        out.writeEndObject();
        out.writeObjectFieldStart("memory");
        out.writeStringField("total", (long) (host.memory() / 1024) + "kB");
        out.writeEndObject();
        out.writeObjectFieldStart("platform");
        out.writeStringField("hostname", host.name());
        out.writeStringField("os", "GNU/Linux");
        out.writeEndObject();
        out.writeEndObject();
    }
}
