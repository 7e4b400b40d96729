// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.slo;

import io.dromedary.sandbox.slo.Slo.Kind;
import io.dromedary.sandbox.slo.Slo.Threshold;
import java.util.List;
import java.util.Optional;

/** The promises of the shop. */
public final class Slos {

    /** 2023-06-01. */
    private static final long CREATED_MS = 1_685_577_600_000L;

    private static final List<Slo> ALL = List.of(
            new Slo(
                    "slo-checkout-availability",
                    "Checkout answers without errors",
                    "Requests to checkout that do not fail",
                    Kind.METRIC,
                    hits("checkout")
                            + " - default_zero(sum:trace.http.request.errors{env:prod,service:checkout}.as_count())",
                    hits("checkout"),
                    0,
                    List.of(),
                    tags("checkout", "payments"),
                    List.of(
                            new Threshold("30d", 99, 99.3),
                            new Threshold("7d", 99, 99.3),
                            new Threshold("90d", 99, 99.2)),
                    CREATED_MS),
            new Slo(
                    "slo-web-latency",
                    "Web pages are fast",
                    "Pages that are there within 250 ms",
                    Kind.METRIC,
                    "count(v: v<=0.25):trace.http.request{env:prod,service:web}.as_count()",
                    "count:trace.http.request{env:prod,service:web}.as_count()",
                    0,
                    List.of(),
                    tags("web", "storefront"),
                    List.of(new Threshold("7d", 95, 96), new Threshold("30d", 95, 96)),
                    CREATED_MS),
            new Slo(
                    "slo-payment-monitor",
                    "Payment is without alerts",
                    "Minutes without an alert for the errors of payment",
                    Kind.MONITOR,
                    "",
                    "",
                    0,
                    List.of(140_104L),
                    tags("payment", "payments"),
                    List.of(new Threshold("30d", 98, 98.5), new Threshold("7d", 98, 98.5)),
                    CREATED_MS),
            new Slo(
                    "slo-search-timeslice",
                    "Search is fast, most of the time",
                    "Five minutes in which 95 of 100 searches take less than 300 ms",
                    Kind.TIME_SLICE,
                    "p95:trace.http.request{env:prod,service:search}",
                    "",
                    0.3,
                    List.of(),
                    tags("search", "discovery"),
                    List.of(new Threshold("7d", 98.5, 99), new Threshold("30d", 98.5, 99)),
                    CREATED_MS));

    private Slos() {}

    private static String hits(String service) {
        return "sum:trace.http.request.hits{env:prod,service:" + service + "}.as_count()";
    }

    private static List<String> tags(String service, String team) {
        return List.of("env:prod", "service:" + service, "team:" + team);
    }

    public static List<Slo> all() {
        return ALL;
    }

    public static Optional<Slo> find(String id) {
        return ALL.stream().filter(slo -> slo.id().equals(id)).findFirst();
    }
}
