// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Call;
import io.dromedary.sandbox.api.Endpoint;
import io.dromedary.sandbox.api.Json;
import io.dromedary.sandbox.api.RefusedCallException;
import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Dice;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Teams, and who of them is on call: each member for a week. */
final class TeamEndpoints {

    private static final List<String> TEAMS = List.of("discovery", "payments", "platform", "storefront");
    private static final long WEEK_MS = TimeUnit.DAYS.toMillis(7);
    /** A Monday, 2020-01-06, 09:00 UTC. */
    private static final long FIRST_MS = 1_578_301_200_000L;

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/team", "teams", TeamEndpoints::list),
                Endpoint.get("/api/v2/team/*", "teams", call -> data(team(find("team", call.name())))),
                Endpoint.get("/api/v2/on-call/schedules/*", "on_call", TeamEndpoints::schedule),
                Endpoint.get("/api/v2/on-call/schedules/*/on-call", "on_call", TeamEndpoints::shift),
                Endpoint.get("/api/v2/on-call/teams/*/on-call", "on_call", TeamEndpoints::responders));
    }

    private static Json.Text data(Object data) {
        return Tree.text(Tree.object("data", data));
    }

    /** A UUID that is the same for ever. */
    static String id(String kind, String team) {
        long key = Dice.key(Dice.key(91, kind), team);
        return new UUID(key, Dice.key(key, 1)).toString();
    }

    private static String find(String kind, String id) {
        return TEAMS.stream()
                .filter(team -> id(kind, team).equals(id) || (kind.equals("schedule") && team.equals(id)))
                .findFirst()
                .orElseThrow(() -> RefusedCallException.jsonApi(404, "Not Found", kind + " not found"));
    }

    private static Json.Text list(Call call) {
        var parameters = call.parameters();
        String keyword = parameters.text("filter[keyword]").orElse("").toLowerCase(Locale.ROOT);
        Comparator<String> byName = Comparator.naturalOrder();
        Comparator<String> byCount =
                Comparator.comparingInt(team -> People.of(team).size());
        Comparator<String> order = switch (parameters.text("sort").orElse("name")) {
            case "name" -> byName;
            case "-name" -> byName.reversed();
            case "user_count" -> byCount;
            case "-user_count" -> byCount.reversed();
            default -> throw RefusedCallException.badRequest("Invalid sort");
        };
        var found = TEAMS.stream()
                .filter(team -> team.contains(keyword))
                .sorted(order)
                .toList();
        var page = Page.byNumber(found, parameters, "page[number]", "page[size]", 0, 10, 100);
        var pagination =
                Tree.object("number", page.number(), "size", page.size(), "total", page.total(), "type", "number_size");
        return Tree.text(Tree.object(
                "data",
                page.items().stream().map(TeamEndpoints::team).toList(),
                "meta",
                Tree.object("pagination", pagination)));
    }

    private static Map<String, Object> team(String team) {
        var attributes = Tree.object(
                "avatar",
                null,
                "banner",
                11,
                "created_at",
                Times.offset(FIRST_MS),
                "description",
                "Who runs " + team,
                "handle",
                team,
                "hidden_modules",
                List.of(),
                "link_count",
                0,
                "modified_at",
                Times.offset(FIRST_MS),
                "name",
                team,
                "summary",
                null,
                "user_count",
                People.of(team).size(),
                "visible_modules",
                List.of());
        return Tree.object("id", id("team", team), "type", "team", "attributes", attributes);
    }

    private static Json.Text schedule(Call call) {
        String team = find("schedule", call.name());
        var teams = Tree.object("data", List.of(Tree.object("id", id("team", team), "type", "teams")));
        return data(Tree.object(
                "id", id("schedule", team),
                "type", "schedules",
                "attributes", Tree.object("name", team + " on call", "time_zone", "UTC"),
                "relationships", Tree.object("layers", Tree.object("data", List.of()), "teams", teams)));
    }

    private static Json.Text shift(Call call) {
        String team = find("schedule", call.name());
        long at =
                call.parameters().text("filter[at_ts]").map(TeamEndpoints::time).orElse(call.nowMs());
        long week = Math.floorDiv(at - FIRST_MS, WEEK_MS);
        var person = onCall(team, at);
        var attributes = Tree.object(
                "start", Times.zulu(FIRST_MS + week * WEEK_MS), "end", Times.zulu(FIRST_MS + (week + 1) * WEEK_MS));
        return Tree.text(Tree.object(
                "data",
                Tree.object(
                        "id",
                        id("shift", team + week),
                        "type",
                        "shifts",
                        "attributes",
                        attributes,
                        "relationships",
                        Tree.object("user", person.reference("users"))),
                "included",
                List.of(user(person))));
    }

    private static long time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw RefusedCallException.jsonApi(400, "Invalid Parameter", "invalid filter[at_ts]: " + text);
        }
    }

    private static Json.Text responders(Call call) {
        String team = find("team", call.name());
        var person = onCall(team, call.nowMs());
        var responders = Tree.object("data", List.of(Tree.object("id", person.id(), "type", "users")));
        return Tree.text(Tree.object(
                "data",
                Tree.object(
                        "id",
                        id("team", team) + "-" + call.nowMs() / 1000,
                        "type",
                        "team_oncall_responders",
                        "relationships",
                        Tree.object("escalations", Tree.object("data", List.of()), "responders", responders)),
                "included",
                List.of(user(person))));
    }

    private static People.Person onCall(String team, long atMs) {
        var members = People.of(team);
        return members.get((int) Math.floorMod(Math.floorDiv(atMs - FIRST_MS, WEEK_MS), (long) members.size()));
    }

    private static Map<String, Object> user(People.Person person) {
        var attributes = Tree.object("email", person.handle(), "name", person.name(), "status", "active");
        return Tree.object("id", person.id(), "type", "users", "attributes", attributes);
    }
}
