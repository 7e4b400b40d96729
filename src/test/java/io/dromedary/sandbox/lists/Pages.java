// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.sandbox.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Turns pages as a client does. */
final class Pages {

    private static final int MOST = 200;

    private Pages() {}

    /** A query string; values are encoded. */
    static String query(String... namesAndValues) {
        var query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? "" : "&").append(encoded(namesAndValues[i]));
            query.append('=').append(encoded(namesAndValues[i + 1]));
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What stands at a pointer in all pages, until one is shorter than {@code size}; {@code id} tells two apart. */
    static List<JsonNode> all(
            Sandbox sandbox, String path, int size, IntFunction<String> query, String items, String id) {
        var all = new ArrayList<JsonNode>();
        for (int page = 0; page < MOST; page++) {
            var found = ok(sandbox.get(path, query.apply(page))).at(items);
            assertThat(found.size()).isLessThanOrEqualTo(size);
            found.forEach(all::add);
            if (found.size() < size) {
                assertThat(all).extracting(item -> item.at(id).toString()).doesNotHaveDuplicates();
                return all;
            }
        }
        throw new AssertionError("pages without an end: " + path);
    }

    /** What stands in {@code data} of all pages, following cursors. */
    static List<JsonNode> cursors(Sandbox sandbox, String path, Function<String, String> query, String next) {
        var all = new ArrayList<JsonNode>();
        String cursor = "";
        for (int page = 0; page < MOST; page++) {
            var json = ok(sandbox.get(path, query.apply(cursor)));
            json.path("data").forEach(all::add);
            cursor = json.at(next).asText("");
            if (json.path("data").isEmpty() || cursor.isEmpty() || json.at(next).isNull()) {
                assertThat(all).extracting(item -> item.path("id").asText()).doesNotHaveDuplicates();
                return all;
            }
        }
        throw new AssertionError("pages without an end: " + path);
    }

    static JsonNode ok(Sandbox.Answer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json();
    }
}
