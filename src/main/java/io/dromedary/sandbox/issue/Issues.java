// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.issue;

import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.eval.Evaluation;
import io.dromedary.sandbox.eval.Query;
import io.dromedary.sandbox.eval.Window;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The issues of the shop. What the issues of a service count in a window is what its error metric counts. Safe for any
 * number of threads.
 */
public final class Issues {

    private static final long STEP_MS = TimeUnit.MINUTES.toMillis(5);
    private static final long PIECE_MS = 1_440 * STEP_MS;
    private static final long REMEMBERED_MS = TimeUnit.DAYS.toMillis(90);
    private static final int MOST_KEPT = 10_000;

    private final World world;
    private final Catalog catalog;
    private final List<Issue> all;
    private final Map<String, Long> kept = new ConcurrentHashMap<>();

    public Issues(World world, Catalog catalog) {
        this.world = world;
        this.catalog = catalog;
        this.all = world.shop().applications().stream()
                .flatMap(service -> IssueList.of(world, service).stream())
                .toList();
    }

    public List<Issue> all() {
        return all;
    }

    /** What happened in a window of epoch milliseconds; issues that did not are left out. */
    public List<Occurrences> between(long fromMs, long toMs, long nowMs) {
        long from = floor(Math.max(fromMs, nowMs - REMEMBERED_MS));
        long to = floor(Math.min(toMs, nowMs));
        var found = new ArrayList<Occurrences>();
        if (from < to) {
            world.shop().applications().forEach(service -> found.addAll(of(service.name(), from, to, nowMs)));
        }
        return found;
    }

    private List<Occurrences> of(String service, long from, long to, long nowMs) {
        var found = new ArrayList<Occurrences>();
        long explained = 0;
        for (var issue : all) {
            if (issue.service().equals(service) && !issue.isOfEveryDay()) {
                long count = incidents(issue, from, to).stream()
                        .mapToLong(incident ->
                                errors(service, Math.max(from, begin(incident)), Math.min(to, end(incident))))
                        .sum();
                explained += count;
                add(found, issue, count, nowMs);
            }
        }
        var everyDay = all.stream()
                .filter(one -> one.service().equals(service) && one.isOfEveryDay())
                .findFirst();
        long rest = errors(service, from, to) - explained;
        everyDay.ifPresent(issue -> add(found, issue, rest, nowMs));
        return found;
    }

    private void add(List<Occurrences> found, Issue issue, long count, long nowMs) {
        if (count > 0) {
            found.add(seen(issue, count, nowMs));
        }
    }

    /** When an issue was first and last seen, with a count of a window. */
    public Occurrences seen(Issue issue, long count, long nowMs) {
        if (issue.isOfEveryDay()) {
            return new Occurrences(issue, count, floor(nowMs - REMEMBERED_MS), floor(nowMs));
        }
        var incidents = incidents(issue, nowMs - REMEMBERED_MS, nowMs);
        if (incidents.isEmpty()) {
            return new Occurrences(issue, count, 0, 0);
        }
        var last = incidents.get(incidents.size() - 1);
        return new Occurrences(issue, count, incidents.get(0).startMs(), Math.min(nowMs, last.endMs()));
    }

    private List<Incident> incidents(Issue issue, long fromMs, long toMs) {
        return world.incidents().between(fromMs, toMs).stream()
                .filter(incident -> incident.service().equals(issue.cause()))
                .toList();
    }

    private static long begin(Incident incident) {
        return floor(incident.startMs());
    }

    private static long end(Incident incident) {
        return floor(incident.endMs() + STEP_MS - 1);
    }

    private static long floor(long epochMs) {
        return epochMs - Math.floorMod(epochMs, STEP_MS);
    }

    private long errors(String service, long fromMs, long toMs) {
        long sum = 0;
        for (long from = fromMs; from < toMs; from = nextPiece(from)) {
            sum += piece(service, from, Math.min(toMs, nextPiece(from)));
        }
        return sum;
    }

    private static long nextPiece(long fromMs) {
        return (Math.floorDiv(fromMs, PIECE_MS) + 1) * PIECE_MS;
    }

    private long piece(String service, long fromMs, long toMs) {
        String place = service + " " + fromMs + " " + toMs;
        var known = kept.get(place);
        if (known == null) {
            var query =
                    Query.of("a", "sum:trace.http.request.errors{env:prod,service:" + service + "}.as_count()", "sum");
            var window = new Window(fromMs, toMs, STEP_MS, toMs);
            known = (long) new Evaluation(catalog, window, List.of(query), false)
                    .query("a").lines().stream()
                            .flatMapToDouble(line -> Arrays.stream(line.values()))
                            .filter(value -> !Double.isNaN(value))
                            .sum();
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            kept.put(place, known);
        }
        return known;
    }
}
