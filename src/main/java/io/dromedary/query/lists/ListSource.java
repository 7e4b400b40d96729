// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from.
 *
 * @param path of the API; {@code {id}} stands for one of the query's ids, each asked alone
 * @param parameters what else is asked, by name, not encoded
 * @param body makes the JSON of a POST, null for GET
 * @param rows where a reply has its rows, a path of {@link JsonPath}; empty for a reply that is an array itself
 * @param explode member of a row whose elements are the rows in truth; each has its parent's members and itself as
 *     {@code *}. Empty for none
 */
record ListSource(
        String path, Parameters parameters, @Nullable Body body, Paging paging, String rows, String explode) {

    /** Adds what a query asks. */
    @FunctionalInterface
    interface Parameters {
        void add(ListQuery query, Map<String, String> parameters);
    }

    /** Makes a body. */
    @FunctionalInterface
    interface Body {
        /**
         * Returns the body of a request, to be written as JSON.
         *
         * @param id the one asked for, empty where the path needs none
         */
        Map<String, Object> of(ListQuery query, String id);
    }

    static ListSource get(String path, String rows, Paging paging) {
        return new ListSource(path, (query, parameters) -> {}, null, paging, rows, "");
    }

    static ListSource post(String path, String rows, Body body) {
        return new ListSource(path, (query, parameters) -> {}, body, Paging.NONE, rows, "");
    }

    ListSource with(Parameters more) {
        Parameters both = (query, all) -> {
            parameters.add(query, all);
            more.add(query, all);
        };
        return new ListSource(path, both, body, paging, rows, explode);
    }

    /** Returns the source with a parameter that holds the search text, where there is one. */
    ListSource searchedBy(String parameter) {
        return with((query, all) -> {
            if (!query.text().isEmpty()) {
                all.put(parameter, query.text());
            }
        });
    }

    ListSource with(String parameter, String value) {
        return with((query, all) -> all.put(parameter, value));
    }

    ListSource exploding(String member) {
        return new ListSource(path, parameters, body, paging, rows, member);
    }

    boolean perId() {
        return path.contains("{id}");
    }

    /** Returns the parameters of a query, without those of paging. */
    Map<String, String> parametersOf(ListQuery query) {
        var all = new LinkedHashMap<String, String>();
        parameters.add(query, all);
        return new TreeMap<>(all);
    }
}
