// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.query.Query;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that may be read as tables: those that only read, in {@code endpoints.tsv}. Nothing else can be reached
 * through it, whatever a query says.
 */
final class Endpoints {

    private static final String EVERYTHING = "*";

    /** Read with the first query: the start does not wait for it. */
    private static final class Table {
        static final Map<String, Endpoint> BY_PATH = read();
    }

    private Endpoints() {}

    static List<Endpoint> all() {
        return List.copyOf(Table.BY_PATH.values());
    }

    /**
     * Returns what reads the address that the options name.
     *
     * @param options {@code path}, and a parameter each; without variables
     * @throws FailedException 400 for an address that is not listed, or a parameter that is missing or unknown
     */
    static ListMode mode(Map<String, String> options) {
        var path = options.getOrDefault("path", "");
        var endpoint = Table.BY_PATH.get(path);
        if (endpoint == null) {
            throw bad(
                    path.isEmpty()
                            ? "Choose an address: set the option path, for example to /api/v2/team"
                            : "There is no such address to read; choose one of the list that the editor offers");
        }
        check(endpoint, options);
        var several = several(endpoint, options);
        var filled = endpoint.path(name -> Matcher.quoteReplacement(
                name.equals(several) ? "{id}" : ListRequests.segment(options.getOrDefault(name, ""))));
        var source = ListSource.get(filled, endpoint.rows(), endpoint.paging()).with((query, all) -> {
            for (var parameter : endpoint.parameters()) {
                var value = options.getOrDefault(parameter.name(), window(query, parameter.name()));
                if (!value.isEmpty()) {
                    all.put(parameter.name(), value);
                }
            }
        });
        var mode = ListMode.table("table", source, ListSearch.NONE);
        return several == null ? mode : mode.withIds(several);
    }

    /** Returns the values of that part of the path which has several; none if none has. */
    static List<String> ids(Map<String, String> options) {
        var endpoint = Table.BY_PATH.get(options.getOrDefault("path", ""));
        var several = endpoint == null ? null : several(endpoint, options);
        return several == null
                ? List.of()
                : List.of(options.getOrDefault(several, "").split(","));
    }

    /** Returns the options that are set, without variables; {@code *} for a part of the path that has everything. */
    static Map<String, String> options(Query.Lists asked) {
        var options = ReadyQueries.options(asked);
        var endpoint = Table.BY_PATH.get(options.getOrDefault("path", ""));
        if (endpoint != null) {
            endpoint.parts().stream()
                    .filter(part -> ChosenIds.isEverything(asked.options().getOrDefault(part, ""), asked))
                    .forEach(part -> options.put(part, EVERYTHING));
        }
        return options;
    }

    /** Returns whether another address must tell what a part of the path may be. */
    static boolean needsList(Map<String, String> options) {
        return ids(options).contains(EVERYTHING);
    }

    /**
     * Returns the options that read what a part of the path may be: the address that is the path before it.
     *
     * @throws FailedException 400 if there is no such address
     */
    static Map<String, String> listOptions(Map<String, String> options) {
        var endpoint = Objects.requireNonNull(Table.BY_PATH.get(options.getOrDefault("path", "")));
        var several = Objects.requireNonNull(several(endpoint, options));
        var lister = Table.BY_PATH.get(endpoint.lister(several));
        if (lister == null
                || !ListMode.isId(several)
                || lister.parameters().stream().anyMatch(Endpoint.Parameter::required)) {
            throw bad("All of a variable cannot stand for " + several + ": no address lists what it may be. Choose some"
                    + " values");
        }
        var list = new HashMap<String, String>();
        list.put("path", lister.path());
        lister.parts().forEach(part -> list.put(part, options.getOrDefault(part, "")));
        return list;
    }

    /** Values of variables are joined with commas, which no id has. */
    private static @Nullable String several(Endpoint endpoint, Map<String, String> options) {
        var several = endpoint.parts().stream()
                .filter(part -> options.getOrDefault(part, "").contains(",")
                        || options.getOrDefault(part, "").equals(EVERYTHING))
                .toList();
        if (several.size() > 1) {
            throw bad("Only one part of the path may have several values, and not all of " + String.join(", ", several)
                    + "; choose one value for the others");
        }
        return several.isEmpty() ? null : several.get(0);
    }

    private static void check(Endpoint endpoint, Map<String, String> options) {
        var known = new TreeSet<>(endpoint.parts());
        var missing = new TreeSet<>(endpoint.parts());
        for (var parameter : endpoint.parameters()) {
            known.add(parameter.name());
            if (parameter.required()) {
                missing.add(parameter.name());
            }
        }
        missing.removeAll(options.keySet());
        if (!missing.isEmpty()) {
            throw bad("Missing: " + String.join(", ", missing) + "; set an option for each");
        }
        var unknown = new TreeSet<>(options.keySet());
        unknown.removeAll(known);
        unknown.removeAll(Set.of("path"));
        if (!unknown.isEmpty()) {
            throw bad("This address does not take " + unknown.first() + "; it takes "
                    + (known.isEmpty() ? "nothing" : String.join(", ", known)));
        }
    }

    /** The dashboard's time range, where an address takes one and the query does not say otherwise. */
    private static String window(ListQuery query, String parameter) {
        return switch (parameter) {
            case "filter[from]" -> query.window().range().from().toString();
            case "filter[to]" -> query.window().range().to().toString();
            default -> "";
        };
    }

    private static Map<String, Endpoint> read() {
        var resource = Objects.requireNonNull(Endpoints.class.getResourceAsStream("endpoints.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            var table = new LinkedHashMap<String, Endpoint>();
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Endpoints::endpoint)
                    .forEach(endpoint -> table.put(endpoint.path(), endpoint));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint endpoint(String line) {
        var columns = line.split("\t", -1);
        var parameters = columns[3].equals("-")
                ? List.<Endpoint.Parameter>of()
                : Arrays.stream(columns[3].split(","))
                        .map(name -> new Endpoint.Parameter(name.replace("*", ""), name.endsWith("*")))
                        .toList();
        return new Endpoint(columns[0], columns[1], paging(columns[2].split(" ")), parameters);
    }

    private static Paging paging(String[] words) {
        return switch (words[0]) {
            case "cursor" -> Paging.cursor(words[1], Integer.parseInt(words[2]), words[3], words[4]);
            case "offset" -> Paging.offset(words[1], Integer.parseInt(words[2]), words[3], "");
            case "number" ->
                new Paging(
                        Paging.Family.NUMBER,
                        words[1],
                        Integer.parseInt(words[2]),
                        words[3],
                        Integer.parseInt(words[4]),
                        "");
            default -> Paging.NONE;
        };
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
