// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** The tests that builds run. */
public final class TestRuns extends BuildChronicle {

    private static final List<String> TAGS = List.of("source:apm", "source:apm");

    private static final String[] NAMES = {
        "startsEmpty", "keepsOrder", "refusesNegativeAmounts", "retriesOnce", "timesOut", "survivesRestart",
        "roundsToCents", "answersTwice", "forgetsNothing", "readsOldFormat", "limitsSize", "closesConnections"
    };

    private static final double SKIPPED = 0.04;
    private static final double FAILED = 0.25;
    /** Tests of these names fail now and then for no reason. */
    private static final String FLAKY = "timesOut";

    public TestRuns(World world) {
        super(new Builds(world));
    }

    @Override
    void tell(Build build, List<Event> events) {
        for (int number = 0; number < NAMES.length; number++) {
            long key = Dice.key(build.key(), 100 + number);
            String status = status(build, number, key);
            long startMs = build.at(0.3 + 0.4 * number / NAMES.length);
            long durationNs = status.equals("skip") ? 0 : 1_000_000 + Dice.below(key + 1, 900_000_000);
            String name = NAMES[number];
            var origin = new Event.Origin(build.service().name() + "-tests", "", TAGS);
            events.add(
                    new Event(startMs, key, origin, status, () -> content(build, name, status, startMs, durationNs)));
        }
    }

    private static String status(Build build, int number, long key) {
        if (Dice.unit(key + 2) < SKIPPED) {
            return "skip";
        }
        // the third one always fails in a build that fails
        boolean fails = build.failed() && (number == 3 || Dice.unit(key + 3) < FAILED);
        return fails ? "fail" : "pass";
    }

    private static Map<String, Object> content(Build build, String name, String status, long startMs, long durationNs) {
        var details = build.common();
        String service = build.service().name();
        String suite =
                "shop." + service + "." + Character.toUpperCase(service.charAt(0)) + service.substring(1) + "Test";
        details.put("test.name", name).put("test.suite", suite).put("test.full_name", suite + "." + name);
        details.put("test.service", service + "-tests").put("test.status", status);
        details.put("test.framework", "junit").put("test.type", "test").put("test.command", "mvn test");
        details.put("test.is_flaky", Boolean.toString(name.equals(FLAKY)));
        details.put("service", service + "-tests").put("language", "java").put("env", "ci");
        details.put("ci.job.name", "unit-tests").put("ci.stage.name", "test");
        details.put("start", startMs * 1_000_000).put("duration", durationNs);
        if (status.equals("fail")) {
            details.put("error.type", "AssertionError").put("error.message", name + ": expected 200 but was 503");
            details.put(
                    "error.stack", "AssertionError: expected 200 but was 503\n\tat " + suite + "." + name + "(:42)");
        }
        return new Details()
                .put("attributes", details.map())
                .put("test_level", "test")
                .put("tags", TAGS)
                .map();
    }
}
