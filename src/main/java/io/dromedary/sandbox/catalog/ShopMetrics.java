// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.catalog;

import static io.dromedary.sandbox.catalog.Recipe.living;
import static io.dromedary.sandbox.catalog.Row.count;
import static io.dromedary.sandbox.catalog.Row.distribution;
import static io.dromedary.sandbox.catalog.Row.gauge;
import static io.dromedary.sandbox.catalog.Row.rare;
import static io.dromedary.sandbox.signal.Pattern.steady;

import io.dromedary.sandbox.signal.Pattern;
import java.util.List;
import java.util.stream.Stream;

/** Traces of our own code, and the business. */
final class ShopMetrics {

    /** Requests per second of a resource with weight 1. */
    private static final double HITS = 9;

    private static final double SECONDS = 0.085;
    private static final Pattern TRAFFIC = steady(1, 0.2);
    /** Never above 1: members differ by 15 in 100. */
    private static final Recipe APDEX = living(0.84, steady(0, 0.02).infected(-0.4));

    private ShopMetrics() {}

    static List<Row> rows() {
        return Stream.of(traces(), sales(), visits()).flatMap(List::stream).toList();
    }

    private static List<Row> traces() {
        var resources = Populations.resources();
        var answered = resources.by("http.status_code", "200", "201", "404");
        var failed = resources.by("http.status_code", "500", "503");
        return List.of(
                distribution(
                        "trace.http.request",
                        "second",
                        "Time of a request",
                        resources,
                        HITS,
                        SECONDS,
                        TRAFFIC,
                        steady(1, 0.25).infected(5)),
                count("trace.http.request.hits", "request", "Requests", resources, living(HITS, TRAFFIC)),
                rare(
                        "trace.http.request.errors",
                        "error",
                        "Requests that failed",
                        resources,
                        living(HITS * 0.004, steady(1, 0.3).infected(35))),
                gauge(
                        "trace.http.request.duration",
                        "second",
                        "Time spent on requests, in ten seconds",
                        resources,
                        living(HITS * 10 * SECONDS, steady(1, 0.25).infected(5))),
                gauge(
                        "trace.http.request.apdex",
                        "",
                        "How content users are with the time of requests, 0 to 1",
                        resources.even(),
                        APDEX),
                count(
                        "trace.http.request.hits.by_http_status",
                        "request",
                        "Requests, by status",
                        answered,
                        living(HITS, TRAFFIC)),
                rare(
                        "trace.http.request.errors.by_http_status",
                        "error",
                        "Requests that failed, by status",
                        failed,
                        living(HITS * 0.004, steady(1, 0.3).infected(35))));
    }

    private static List<Row> sales() {
        var orders = Populations.business("checkout").by("payment_method", "card", "paypal", "invoice");
        var checkout = Populations.business("checkout");
        var payment = Populations.business("payment");
        return List.of(
                count(
                        "shop.orders",
                        "item",
                        "Orders placed",
                        orders,
                        living(0.9, steady(1, 0.2).infected(-0.45))),
                rare(
                        "shop.orders.failed",
                        "item",
                        "Orders that could not be placed",
                        orders,
                        living(0.006, steady(1, 0.2).infected(40))),
                count(
                        "shop.revenue",
                        "euro",
                        "Value of the orders placed",
                        orders,
                        living(57, steady(1, 0.25).infected(-0.45))),
                gauge("shop.orders.open", "item", "Orders on their way", checkout, living(5_400, steady(0.2, 0.03))),
                distribution(
                        "shop.order.value",
                        "euro",
                        "Value of an order",
                        orders,
                        0.9,
                        63,
                        steady(1, 0.2),
                        steady(1, 0.22)),
                distribution(
                        "shop.checkout.latency",
                        "millisecond",
                        "Time from the click to the confirmation",
                        checkout,
                        1.1,
                        640,
                        steady(1, 0.2).infected(-0.4),
                        steady(1, 0.22).infected(3.5)),
                count("shop.checkout.started", "item", "Check-outs begun", checkout, living(1.8, TRAFFIC)),
                count(
                        "shop.checkout.completed",
                        "item",
                        "Check-outs completed",
                        checkout,
                        living(1.1, steady(1, 0.2).infected(-0.4))),
                distribution(
                        "shop.payment.latency",
                        "millisecond",
                        "Time of the payment provider",
                        payment.by("provider", "alpha", "beta"),
                        1,
                        280,
                        steady(1, 0.2),
                        steady(1, 0.22).infected(4)),
                rare(
                        "shop.payment.declined",
                        "item",
                        "Payments that were declined",
                        payment.by("provider", "alpha", "beta"),
                        living(0.03, steady(1, 0.3).infected(12))),
                count("shop.refunds", "item", "Orders given back", payment, living(0.04, TRAFFIC)));
    }

    private static List<Row> visits() {
        var cart = Populations.business("cart");
        var search = Populations.business("search");
        var web = Populations.business("web");
        return List.of(
                distribution("shop.cart.size", "item", "Items in a cart", cart, 3, 4.2, TRAFFIC, steady(1, 0.22)),
                count(
                        "shop.cart.items_added",
                        "item",
                        "Items put into carts",
                        cart,
                        living(5, steady(1, 0.2).infected(-0.5))),
                count(
                        "shop.cart.abandoned",
                        "item",
                        "Carts left behind",
                        cart,
                        living(0.7, steady(1, 0.2).infected(1.5))),
                count("shop.searches", "query", "Searches", search, living(11, TRAFFIC)),
                rare(
                        "shop.searches.empty",
                        "query",
                        "Searches that found nothing",
                        search,
                        living(0.6, steady(1, 0.25).shaken(5))),
                gauge(
                        "shop.visitors.active",
                        "",
                        "Visitors at the moment",
                        web.by("platform", "mobile", "desktop", "app"),
                        living(2_600, steady(1, 0.1).infected(-0.3))),
                count(
                        "shop.sessions",
                        "",
                        "Visits begun",
                        web.by("platform", "mobile", "desktop", "app"),
                        living(7, TRAFFIC)),
                count("shop.signups", "", "New customers", web, living(0.12, TRAFFIC)),
                gauge(
                        "shop.stock.items",
                        "item",
                        "Items in stock",
                        web.by("warehouse", "north", "south"),
                        living(86_000, steady(0, 0.02))));
    }
}
