// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import static io.dromedary.sandbox.story.Step.answer;
import static io.dromedary.sandbox.story.Step.produce;
import static io.dromedary.sandbox.story.Step.redis;
import static io.dromedary.sandbox.story.Step.sql;

/** What visitors do, and what each of it sets off. */
public enum Page {
    HOME(
            0.24,
            "/",
            "Home",
            answer(
                    "web",
                    "GET /",
                    14,
                    answer("search", "GET /suggest", 11, redis("GET suggest", 0.7))
                            .sometimes(0.6))),
    PRODUCT(
            0.33,
            "/product/:id",
            "Open product",
            answer("web", "GET /product/:id", 17, answer("cart", "GET /cart", 7, redis("HGETALL cart", 0.9)))),
    SEARCH(
            0.2,
            "/search",
            "Search",
            answer("web", "GET /search", 12, answer("search", "GET /search", 34, redis("ZRANGE hits", 1.6)))),
    ADD_TO_CART(
            0.11,
            "/product/:id",
            "Add to cart",
            answer("web", "POST /cart", 10, answer("cart", "POST /cart/items", 9, redis("HSET cart", 1.1)))),
    CHECKOUT(
            0.09,
            "/checkout",
            "Place order",
            answer(
                    "web",
                    "POST /checkout",
                    15,
                    answer(
                            "checkout",
                            "POST /checkout",
                            38,
                            sql("SELECT * FROM carts WHERE id = ?", 4),
                            answer(
                                    "payment",
                                    "POST /charge",
                                    150,
                                    sql("INSERT INTO charges ( ... ) VALUES ( ... )", 6)),
                            sql("INSERT INTO orders ( ... ) VALUES ( ... )", 7),
                            produce("orders", 4)))),
    ORDER(
            0.03,
            "/order/:id",
            "Show order",
            answer(
                    "web",
                    "GET /order/:id",
                    12,
                    answer("checkout", "GET /order/:id", 16, sql("SELECT * FROM orders WHERE id = ?", 5))));

    private final double share;
    private final String route;
    private final String action;
    private final Step root;

    Page(double share, String route, String action, Step root) {
        this.share = share;
        this.route = route;
        this.action = action;
        this.root = root;
    }

    /** The page for a throw from 0 to 1. */
    static Page of(double luck) {
        double left = luck;
        for (var page : values()) {
            left -= page.share;
            if (left < 0) {
                return page;
            }
        }
        return HOME;
    }

    /** Where the browser is, such as {@code /product/:id}. */
    public String route() {
        return route;
    }

    /** What the visitor has clicked on. */
    public String action() {
        return action;
    }

    /** What the browser asks for. */
    public Step root() {
        return root;
    }
}
