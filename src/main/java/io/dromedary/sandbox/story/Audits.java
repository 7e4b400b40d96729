// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Dice;
import io.dromedary.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the shop's people do in their account. */
public final class Audits extends HourlyChronicle {

    private static final int PER_HOUR = 16;
    private static final List<String> TAGS = List.of("source:audit");
    private static final String[] PEOPLE = {"ada", "bruno", "chen", "dana", "elif", "femke", "goran"};

    private static final List<Deed> DEEDS = List.of(
            new Deed("Request", "accessed", "GET", "/api/v1/dashboard", 200),
            new Deed("Request", "accessed", "POST", "/api/v2/query/timeseries", 200),
            new Deed("Request", "accessed", "POST", "/api/v2/logs/events/search", 200),
            new Deed("Dashboard", "modified", "PUT", "/api/v1/dashboard/shop-overview", 200),
            new Deed("Monitor", "modified", "PUT", "/api/v1/monitor/140104", 200),
            new Deed("Monitor", "resolved", "POST", "/monitor/bulk_resolve", 200),
            new Deed("Authentication", "login", "POST", "/account/login", 200),
            new Deed("Authentication", "login", "POST", "/account/login", 401),
            new Deed("Access Management", "created", "POST", "/api/v2/api_keys", 201));

    private final World world;

    public Audits(World world) {
        super(Dice.key(world.seed(), "audit"));
        this.world = world;
    }

    private record Deed(String name, String action, String method, String path, int status) {}

    @Override
    double expected(long epochMs) {
        return PER_HOUR * world.rhythm().at(epochMs, 60);
    }

    @Override
    Event event(long epochMs, long key) {
        double luck = Dice.unit(key + 2);
        // much is read, little is changed
        var deed = DEEDS.get((int) (luck * luck * DEEDS.size()));
        String status = deed.status() < 400 ? "info" : "error";
        return new Event(
                epochMs, key, new Event.Origin("", "", TAGS), status, () -> content(deed, status, epochMs, key));
    }

    private static Map<String, Object> content(Deed deed, String status, long ms, long key) {
        String person = PEOPLE[Dice.below(key + 3, PEOPLE.length)] + "@shop.example";
        var time = Instant.ofEpochMilli(ms);
        var details = new Details()
                .put("status", status)
                .put("http.status_code", Integer.toString(deed.status()))
                .put("http.method", deed.method())
                .put("http.url_details.path", deed.path())
                .put("http.url_details.host", "api.sandbox")
                .put("http.useragent", "Mozilla/5.0 (X11; Linux x86_64)")
                .put("network.client.ip", "192.0.2." + (1 + Dice.below(Dice.key(key, person), 254)))
                .put("network.bytes_written", 100 + Dice.below(key + 4, 90_000))
                .put("timestamp", time.toString().replace("Z", "000"))
                .put("usr.email", person)
                .put("usr.id", person)
                .put("usr.uuid", new UUID(Dice.key(5, person), Dice.key(6, person)).toString())
                .put("action", deed.action())
                .put("evt.name", deed.name())
                .put("evt.actor.type", "USER")
                .put("asset.type", deed.name().toLowerCase(Locale.ROOT).replace(' ', '_'))
                .put("auth_method", Dice.unit(key + 5) < 0.6 ? "SESSION" : "API_AND_APP_KEY");
        return new Details()
                .put("attributes", details.map())
                .put(
                        "message",
                        deed.method() + " request made to " + deed.path() + " by " + person + " with response "
                                + deed.status())
                .put("tags", TAGS)
                .put("timestamp", time.toString())
                .map();
    }
}
