// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** Pipelines and their jobs. */
public final class Pipelines extends BuildChronicle {

    /** The agents report the same tag twice: recordings. */
    private static final List<String> TAGS = List.of("source:apm", "source:apm");

    public Pipelines(World world) {
        super(new Builds(world));
    }

    @Override
    void tell(Build build, List<Event> events) {
        String status = build.failed() ? "error" : "success";
        job(build, "compile", "build", 0, 0.3, "success", events);
        job(build, "unit-tests", "test", 0.3, 0.7, status, events);
        if (!build.failed()) {
            job(build, "integration-tests", "test", 0.4, 0.9, "success", events);
            if (!build.version().isEmpty()) {
                job(build, "deploy", "deploy", 0.9, 1, "success", events);
            }
        }
        events.add(new Event(build.endMs(), Dice.key(build.key(), 9), origin(build), status, () -> {
            var details = build.common();
            details.put("ci.status", status).put("_top_level", 1);
            return content(details, "pipeline", build.startMs(), build.endMs());
        }));
    }

    private static void job(
            Build build, String name, String stage, double from, double to, String status, List<Event> events) {
        events.add(new Event(build.at(to), Dice.key(build.key(), name), origin(build), status, () -> {
            var details = build.common();
            details.put("ci.stage.name", stage).put("ci.status", status);
            details.put("ci.job.name", name)
                    .put("ci.job.id", Integer.toString(Dice.below(Dice.key(build.key(), name), 1 << 30)));
            details.put("ci.node.labels", List.of("ubuntu-latest"));
            if (status.equals("error")) {
                details.put("error.type", "TestFailure").put("error.message", "There are failing tests");
            }
            return content(details, "job", build.at(from), build.at(to));
        }));
    }

    private static Event.Origin origin(Build build) {
        return new Event.Origin(build.service().name(), "", TAGS);
    }

    private static Map<String, Object> content(Details details, String level, long startMs, long endMs) {
        details.put("start", startMs * 1_000_000).put("duration", (endMs - startMs) * 1_000_000);
        return new Details()
                .put("attributes", details.map())
                .put("ci_level", level)
                .put("tags", TAGS)
                .map();
    }
}
