// SPDX-License-Identifier: Apache-2.0
package io.dromedary.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long queries and calls to Datadog take, and how they end. Names of data sources are those that users gave them;
 * beyond {@value #MAX_INSTANCES} of them the rest share one. Thread-safe.
 */
public final class Meters {

    /** The name that stands for instances beyond the bound. */
    static final String OTHER = "other";

    private static final int MAX_INSTANCES = 200;
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Set<String> instances = ConcurrentHashMap.newKeySet();

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** How a query ended: well, or who is to blame. */
    public enum Outcome {
        OK("ok"),
        PLUGIN("plugin"),
        DOWNSTREAM("downstream");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }
    }

    /**
     * Notes a query that was answered.
     *
     * @param door where it came in: {@code grafana}, {@code api}, {@code rpc} …
     * @param type as saved queries name it
     * @param instance its name, never a key
     */
    public void query(String door, String type, String instance, Outcome outcome, Duration took) {
        record(
                "dromedary_query",
                "Queries, by how they ended",
                Tags.of(
                        Tag.of("door", door),
                        Tag.of("type", type),
                        Tag.of("instance", label(instance)),
                        Tag.of("outcome", outcome.label)),
                took);
    }

    /**
     * Notes an attempt to call Datadog.
     *
     * @param endpoint method and path with everything variable left out
     * @param status as HTTP has it, or the one that describes why there was none
     */
    public void call(String endpoint, int status, Duration took) {
        record(
                "dromedary_datadog_call",
                "Calls to Datadog, each attempt",
                Tags.of(Tag.of("endpoint", endpoint), Tag.of("status", String.valueOf(status))),
                took);
    }

    private void record(String name, String description, Tags tags, Duration took) {
        Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(took);
    }

    /** Returns what stands for an instance: its name, or one word for all beyond the first {@value #MAX_INSTANCES}. */
    public String label(String instance) {
        return instances.contains(instance) || (instances.size() < MAX_INSTANCES && instances.add(instance))
                ? instance
                : OTHER;
    }
}
