// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.synthetic;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.Incidents;
import io.dromedary.sandbox.world.Shop;
import io.dromedary.sandbox.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tests of the shop. A visit fails while an incident makes the service it visits suffer hard. Immutable. */
public final class SyntheticTests {

    private static final List<String> EVERYWHERE = List.of("aws:eu-west-1", "aws:us-east-1", "aws:ap-southeast-1");
    private static final List<String> EUROPE = List.of("aws:eu-west-1");
    /** From here on a visitor gets no answer: half of an average incident is enough for some. */
    private static final double UNBEARABLE = 0.4;

    private static final List<SyntheticTest> TESTS = List.of(
            api("shp-hom-001", "Home page answers", "web", "GET https://shop.example/", 300, 190, 150_001),
            api(
                    "shp-sea-002",
                    "Search finds something",
                    "search",
                    "GET https://shop.example/search",
                    300,
                    240,
                    150_002),
            api("shp-crt-003", "Cart takes an item", "cart", "POST https://shop.example/cart/items", 300, 160, 150_003),
            api(
                    "shp-chk-004",
                    "Checkout API answers",
                    "checkout",
                    "POST https://shop.example/checkout",
                    60,
                    320,
                    150_004),
            api(
                    "shp-pay-005",
                    "Payment API answers",
                    "payment",
                    "POST https://pay.shop.example/charge",
                    60,
                    280,
                    150_005),
            new SyntheticTest(
                    "shp-buy-006",
                    "A visitor buys a thing",
                    "browser",
                    "checkout",
                    Shop.PRODUCTION,
                    "https://shop.example/",
                    900,
                    EVERYWHERE,
                    true,
                    8_400,
                    150_006),
            new SyntheticTest(
                    "stg-hom-007",
                    "Staging home page answers",
                    "api",
                    "web",
                    Shop.STAGING,
                    "https://staging.shop.example/",
                    900,
                    EUROPE,
                    true,
                    210,
                    150_007),
            new SyntheticTest(
                    "old-app-008",
                    "Old mobile API answers",
                    "api",
                    "web",
                    Shop.PRODUCTION,
                    "https://m.shop.example/v1/ping",
                    900,
                    EUROPE,
                    false,
                    140,
                    150_008));

    private final World world;

    public SyntheticTests(World world) {
        this.world = world;
    }

    private static SyntheticTest api(
            String id, String name, String service, String request, int everySeconds, double usualMs, long monitorId) {
        String url = request.substring(request.indexOf(' ') + 1);
        return new SyntheticTest(
                id, name, "api", service, Shop.PRODUCTION, url, everySeconds, EVERYWHERE, true, usualMs, monitorId);
    }

    public List<SyntheticTest> all() {
        return TESTS;
    }

    public Optional<SyntheticTest> find(String publicId) {
        return TESTS.stream().filter(test -> test.publicId().equals(publicId)).findFirst();
    }

    /** The visits that began in a window, newest first; none of a paused test. */
    public List<Visit> visits(SyntheticTest test, long fromMs, long toMs) {
        var visits = new ArrayList<Visit>();
        for (String location : test.live() ? test.locations() : List.<String>of()) {
            for (long at = next(test, location, fromMs); at < toMs; at += test.everySeconds() * 1000L) {
                visits.add(visit(test, location, at));
            }
        }
        visits.sort(Comparator.comparingLong(Visit::atMs).reversed());
        return visits;
    }

    /** The latest visit from a location that began no later than a time. */
    public Visit latest(SyntheticTest test, String location, long atMs) {
        return visit(test, location, next(test, location, atMs + 1) - test.everySeconds() * 1000L);
    }

    /** Whether no visit that counts in a window can fail. */
    public boolean isCalm(SyntheticTest test, long fromMs, long toMs) {
        return !test.live()
                || !test.env().equals(Shop.PRODUCTION)
                || world.incidents().between(fromMs - test.everySeconds() * 1000L, toMs).stream()
                        .noneMatch(incident -> world.shop().suffering(test.service(), incident.service()) > 0);
    }

    /** When the first visit from a location at or after a time begins. */
    private static long next(SyntheticTest test, String location, long fromMs) {
        long every = test.everySeconds() * 1000L;
        long offset = Dice.below(Dice.key(Dice.key(11, test.publicId()), location), test.everySeconds()) * 1000L;
        return -Math.floorDiv(offset - fromMs, every) * every + offset;
    }

    private Visit visit(SyntheticTest test, String location, long atMs) {
        double trouble = trouble(test, atMs);
        double luck = 0.85 + 0.3 * Dice.unit(Dice.key(Dice.key(world.seed(), test.publicId() + location), atMs));
        return new Visit(location, atMs, trouble < UNBEARABLE, test.usualMs() * luck * (1 + 4 * trouble));
    }

    private double trouble(SyntheticTest test, long atMs) {
        if (!test.env().equals(Shop.PRODUCTION)) {
            return 0;
        }
        return world.incidents()
                .in(Incidents.slotOf(atMs))
                .map(incident -> incident.at(atMs) * world.shop().suffering(test.service(), incident.service()))
                .orElse(0.0);
    }
}
