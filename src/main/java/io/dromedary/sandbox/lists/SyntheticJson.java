// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.synthetic.SyntheticTest;
import io.dromedary.sandbox.synthetic.Visit;
import io.dromedary.sandbox.world.Dice;
import java.util.List;
import java.util.Map;

/** Synthetic tests and their results as the API writes them. */
final class SyntheticJson {

    /** 2023-07-21. */
    private static final long CREATED_MS = 1_689_897_600_000L;

    private SyntheticJson() {}

    static Listed listed(SyntheticTest test) {
        return Listed.of(
                test.name() + " " + test.publicId(),
                tags(test),
                "type",
                test.type(),
                "status",
                status(test),
                "name",
                test.name());
    }

    private static String status(SyntheticTest test) {
        return test.live() ? "live" : "paused";
    }

    private static List<String> tags(SyntheticTest test) {
        return List.of("env:" + test.env(), "service:" + test.service());
    }

    static Map<String, Object> test(SyntheticTest test) {
        var creator = People.oneOf("storefront", 5);
        var json = Tree.object(
                "public_id", test.publicId(),
                "name", test.name(),
                "status", status(test),
                "type", test.type(),
                "tags", tags(test),
                "created_at", Times.offset(CREATED_MS),
                "modified_at", Times.offset(CREATED_MS),
                "config", config(test),
                "message", test.name() + " fails",
                "options", Tree.object("min_location_failed", 1, "tick_every", test.everySeconds()),
                "locations", test.locations());
        if (!test.isBrowser()) {
            json.put("subtype", "http");
        }
        json.put("monitor_id", test.monitorId());
        json.put("creator", Tree.object("name", creator.name(), "handle", creator.handle(), "email", creator.handle()));
        return json;
    }

    private static Map<String, Object> config(SyntheticTest test) {
        var assertion = Tree.object("operator", "is", "target", 200, "type", "statusCode");
        return Tree.object(
                "assertions", test.isBrowser() ? List.of() : List.of(assertion),
                "configVariables", List.of(),
                "request", Tree.object("method", "GET", "timeout", 30, "url", test.url()));
    }

    static String resultId(SyntheticTest test, Visit visit) {
        return Long.toString(Dice.key(Dice.key(61, test.publicId() + visit.location()), visit.atMs()) >>> 1);
    }

    /** A result with what was checked. */
    static Map<String, Object> wholeResult(SyntheticTest test, Visit visit) {
        var json = result(test, visit);
        json.put("check", Tree.object("config", config(test)));
        return json;
    }

    static Map<String, Object> result(SyntheticTest test, Visit visit) {
        return Tree.object(
                "status",
                visit.passed() ? 0 : 1,
                "check_time",
                visit.atMs(),
                "check_version",
                1,
                "result",
                test.isBrowser() ? browserResult(visit) : apiResult(visit),
                "probe_dc",
                visit.location(),
                "result_id",
                resultId(test, visit));
    }

    private static Map<String, Object> browserResult(Visit visit) {
        return Tree.object(
                "duration",
                visit.totalMs(),
                "errorCount",
                visit.passed() ? 0 : 1,
                "stepCountCompleted",
                visit.passed() ? 6 : 4,
                "stepCountTotal",
                6,
                "device",
                Tree.object("height", 1100, "width", 1440, "id", "laptop_large"),
                "passed",
                visit.passed());
    }

    private static Map<String, Object> apiResult(Visit visit) {
        double total = visit.totalMs();
        var timings = Tree.object(
                "firstByte",
                total * 0.7,
                "tcp",
                total * 0.05,
                "ssl",
                total * 0.15,
                "dns",
                total * 0.05,
                "download",
                total * 0.05,
                "total",
                total);
        var result = Tree.object("tunnel", false, "timings", timings, "passed", visit.passed(), "runType", 0);
        result.put("errorMessage", null);
        if (!visit.passed()) {
            String message = "Expected status code 200, got 503";
            result.put("failure", Tree.object("code", "INCORRECT_ASSERTION", "message", message));
        }
        return result;
    }
}
