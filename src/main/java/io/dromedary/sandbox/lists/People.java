// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Tree;
import io.dromedary.sandbox.world.Dice;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who works for the shop. */
final class People {

    /**
     * Somebody with an account.
     *
     * @param id a UUID
     * @param team whom they work with, the handle of a team
     */
    record Person(String id, long number, String name, String handle, String team) {

        /** As v1 names who made something. */
        Map<String, Object> creator() {
            return Tree.object("name", name, "handle", handle, "email", handle, "id", number);
        }

        /** As incidents carry a user inside. */
        Map<String, Object> user() {
            var attributes = Tree.object("uuid", id, "handle", handle, "email", handle, "name", name, "icon", "");
            return Tree.object("data", Tree.object("type", "users", "id", id, "attributes", attributes));
        }

        /** A reference of JSON:API. */
        Map<String, Object> reference(String type) {
            return Tree.object("data", Tree.object("type", type, "id", id));
        }
    }

    private static final List<Person> ALL = List.of(
            person(1, "Ada Okafor", "storefront"),
            person(2, "Bruno Keller", "storefront"),
            person(3, "Chen Mei", "discovery"),
            person(4, "Dana Petrov", "payments"),
            person(5, "Elif Kaya", "payments"),
            person(6, "Femke de Boer", "platform"),
            person(7, "Goran Ilic", "platform"));

    private People() {}

    private static Person person(long number, String name, String team) {
        String handle = name.substring(0, name.indexOf(' ')).toLowerCase(java.util.Locale.ROOT) + "@shop.example";
        long key = Dice.key(31, name);
        return new Person(new UUID(key, Dice.key(key, 1)).toString(), 1_445_400 + number, name, handle, team);
    }

    static List<Person> all() {
        return ALL;
    }

    static List<Person> of(String team) {
        return ALL.stream().filter(person -> person.team().equals(team)).toList();
    }

    /** Who of a team looks after something; the same one for equal keys. */
    static Person oneOf(String team, long key) {
        var members = of(team).isEmpty() ? ALL : of(team);
        return members.get(Dice.below(key, members.size()));
    }
}
