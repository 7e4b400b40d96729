// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.synthetic.SyntheticTest;
import io.dromedary.sandbox.synthetic.SyntheticTests;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Synthetic tests and what they saw. */
final class SyntheticEndpoints {

    private static final String TESTS = "/api/v1/synthetics/tests";
    /** Datadog gives the latest 150: recording. */
    private static final int MOST_RESULTS = 150;

    private static final long LOOKED_AT_MS = TimeUnit.DAYS.toMillis(1);
    private static final long LATEST_MS = 253_402_300_800_000L;
    private final SyntheticTests tests;

    SyntheticEndpoints(SyntheticTests tests) {
        this.tests = tests;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get(TESTS, "synthetics", this::list),
                Endpoint.get(TESTS + "/search", "synthetics", this::search),
                Endpoint.get(TESTS + "/*", "synthetics", this::get),
                Endpoint.get(TESTS + "/api/*", "synthetics", this::get),
                Endpoint.get(TESTS + "/browser/*", "synthetics", this::get),
                Endpoint.get(TESTS + "/*/results", "synthetics", this::results),
                Endpoint.get(TESTS + "/browser/*/results", "synthetics", this::results),
                Endpoint.get(TESTS + "/*/results/*", "synthetics", this::result),
                Endpoint.get(TESTS + "/browser/*/results/*", "synthetics", this::result));
    }

    private Json.Text list(Call call) {
        var page = Page.byNumber(tests.all(), call.parameters(), "page_number", "page_size", 0, 100, 1000);
        return reply(page);
    }

    private static Json.Text reply(Page<SyntheticTest> page) {
        return Tree.text(Tree.object(
                "tests", page.items().stream().map(SyntheticJson::test).toList(), "total", page.total()));
    }

    private Json.Text search(Call call) {
        var search = ListSearch.of(call.parameters().text("text").orElse(""));
        String sort = call.parameters().text("sort").orElse("name,asc");
        if (!sort.matches("name(,(asc|desc))?")) {
            throw RefusedCallException.badRequest("Invalid sort: " + sort);
        }
        Comparator<SyntheticTest> order = Comparator.comparing(SyntheticTest::name);
        var found = tests.all().stream()
                .filter(test -> search.test(SyntheticJson.listed(test)))
                .sorted(sort.endsWith("desc") ? order.reversed() : order)
                .toList();
        return reply(Page.byOffset(found, call.parameters(), "start", "count", 50, 1000));
    }

    static SyntheticTest find(SyntheticTests tests, String publicId) {
        return tests.find(publicId).orElseThrow(() -> RefusedCallException.notFound("Synthetics test not found"));
    }

    private Json.Text get(Call call) {
        return Tree.text(SyntheticJson.test(find(tests, call.name())));
    }

    /** A result in full; those of the last day can be had. */
    private Json.Text result(Call call) {
        var ids = call.name().split("/", 2);
        var test = find(tests, ids[0]);
        return tests.visits(test, call.nowMs() - LOOKED_AT_MS, call.nowMs()).stream()
                .filter(visit -> SyntheticJson.resultId(test, visit).equals(ids[1]))
                .findFirst()
                .map(visit -> Tree.text(SyntheticJson.wholeResult(test, visit)))
                .orElseThrow(() -> RefusedCallException.notFound("Synthetics result not found"));
    }

    private Json.Text results(Call call) {
        var test = find(tests, call.name());
        long to = call.parameters().number("to_ts", call.nowMs(), 0, LATEST_MS);
        long from = call.parameters().number("from_ts", to - LOOKED_AT_MS, 0, LATEST_MS);
        String location = call.parameters().text("probe_dc").orElse("");
        // no more than are shown are looked for: a window may be years long
        long span = (MOST_RESULTS + 1L) * test.everySeconds() * 1000;
        long end = Math.min(to, call.nowMs());
        var visits = tests.visits(test, Math.max(from, end - span), end).stream()
                .filter(visit -> location.isEmpty() || location.equals(visit.location()))
                .limit(MOST_RESULTS)
                .toList();
        long last = visits.isEmpty() ? from : visits.get(visits.size() - 1).atMs();
        return Tree.text(Tree.object(
                "last_timestamp_fetched",
                last,
                "results",
                visits.stream().map(visit -> SyntheticJson.result(test, visit)).toList()));
    }
}
