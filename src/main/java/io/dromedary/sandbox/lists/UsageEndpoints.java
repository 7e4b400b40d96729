// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.eval.Evaluation;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Usage by the hour, as far as it is over. The numbers are those of the account's metrics. */
final class UsageEndpoints {

    private static final long HOUR_MS = UsageHours.HOUR_MS;
    /** Hours of an answer of v1; v2 has pages. */
    private static final long MOST_HOURS = 31 * 24;

    private static final String ORG = "4dee724d-shop";

    private final Catalog catalog;

    UsageEndpoints(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Endpoint> all() {
        var all = new ArrayList<Endpoint>();
        all.add(Endpoint.get("/api/v2/usage/hourly_usage", "usage", this::hourly));
        for (var family : UsageFamily.values()) {
            all.add(Endpoint.get("/api/v1/usage/" + family.path(), "usage", call -> classic(family, call)));
        }
        return all;
    }

    private Json.Text classic(UsageFamily family, Call call) {
        var hours = UsageHours.of(call, "start_hr", "end_hr");
        if (hours.count() > MOST_HOURS) {
            throw RefusedCallException.badRequest("The range must not be longer than a month");
        }
        var values = values(family, hours.fromMs(), hours.toMs());
        var usage = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < hours.count(); i++) {
            var row = Tree.object("hour", hour(hours.fromMs() + i * HOUR_MS), "org_name", "Shop", "public_id", ORG);
            int index = i;
            values.forEach((type, numbers) -> row.put(type, (long) numbers[index]));
            usage.add(row);
        }
        return Tree.text(Tree.object("usage", usage));
    }

    private static String hour(long epochMs) {
        return Times.local(epochMs).substring(0, "2026-03-10T14".length());
    }

    private Json.Text hourly(Call call) {
        var hours = UsageHours.of(call, "filter[timestamp][start]", "filter[timestamp][end]");
        var families = families(call.parameters().required("filter[product_families]"));
        long size = call.parameters().number("page[limit]", 500, 1, 500);
        // one row for each hour and family; the id of a record is its place among them
        long start = call.parameters().number("page[next_record_id]", 0, 0, Integer.MAX_VALUE);
        long end = Math.min(hours.count() * families.size(), start + size);
        var data = start < end ? rows(hours, families, start, end) : List.of();
        String next = end < hours.count() * families.size() ? Long.toString(end) : null;
        return Tree.text(
                Tree.object("data", data, "meta", Tree.object("pagination", Tree.object("next_record_id", next))));
    }

    private static List<UsageFamily> families(String text) {
        if (text.equals("all")) {
            return List.of(UsageFamily.values());
        }
        return Arrays.stream(text.split(","))
                .map(name -> UsageFamily.named(name.trim())
                        .orElseThrow(() -> RefusedCallException.badRequest("Invalid product family: " + name)))
                .distinct()
                .toList();
    }

    private List<Map<String, Object>> rows(UsageHours hours, List<UsageFamily> families, long start, long end) {
        long first = hours.fromMs() + start / families.size() * HOUR_MS;
        long last = hours.fromMs() + (end - 1) / families.size() * HOUR_MS;
        var values = new LinkedHashMap<UsageFamily, Map<String, double[]>>();
        families.forEach(family -> values.put(family, values(family, first, last + HOUR_MS)));
        var rows = new ArrayList<Map<String, Object>>();
        for (long row = start; row < end; row++) {
            long hour = hours.fromMs() + row / families.size() * HOUR_MS;
            var family = families.get((int) (row % families.size()));
            var measurements = new ArrayList<Map<String, Object>>();
            int index = (int) ((hour - first) / HOUR_MS);
            values.getOrDefault(family, Map.of())
                    .forEach((type, numbers) ->
                            measurements.add(Tree.object("usage_type", type, "value", (long) numbers[index])));
            rows.add(row(family, hour, measurements));
        }
        return rows;
    }

    private static Map<String, Object> row(UsageFamily family, long hourMs, List<Map<String, Object>> measurements) {
        var attributes = Tree.object(
                "org_name",
                "Shop",
                "public_id",
                ORG,
                "product_family",
                family.family(),
                "region",
                "us",
                "timestamp",
                Times.zulu(hourMs).replace("Z", "+00:00"),
                "measurements",
                measurements);
        return Tree.object(
                "id", family.family() + "-" + hourMs / 1000, "type", "usage_timeseries", "attributes", attributes);
    }

    /** The value of each hour, by the type of usage. */
    private Map<String, double[]> values(UsageFamily family, long fromMs, long toMs) {
        var all = new LinkedHashMap<String, double[]>();
        int size = (int) ((toMs - fromMs) / HOUR_MS);
        for (var measure : family.measures()) {
            var window = new Window(fromMs, toMs, HOUR_MS, toMs);
            var query = Query.of("a", measure.query(), "sum");
            var lines = size == 0
                    ? List.<io.dromedary.sandbox.eval.Line>of()
                    : new Evaluation(catalog, window, List.of(query), false)
                            .query("a")
                            .lines();
            var numbers = new double[size];
            lines.forEach(line -> System.arraycopy(line.values(), 0, numbers, 0, Math.min(size, line.values().length)));
            all.put(measure.type(), numbers);
        }
        return all;
    }
}
