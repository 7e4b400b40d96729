// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A page of the groups of an aggregate, from inclusive, to exclusive. Only a page that is not the last has a cursor.
 */
record AggregatePage(int from, int to) {

    private static final int MOST = 1000;
    private static final Pattern CURSOR = Pattern.compile("\\{\"after\":(\\d{1,6})}");

    static AggregatePage read(JsonNode page, int size) {
        int limit = Math.max(1, Math.min(MOST, page.path("limit").asInt(MOST)));
        int from = Math.min(size, offset(page.path("cursor").asText("")));
        return new AggregatePage(from, Math.min(size, from + limit));
    }

    private static int offset(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            var text = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (text.matches()) {
                return Integer.parseInt(text.group(1));
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static RefusedCallException invalid() {
        return RefusedCallException.badRequest(
                "input_validation_error(Field 'page.cursor' is invalid: invalid cursor)");
    }

    /** The cursor of the next page. */
    String next() {
        String text = "{\"after\":" + to + "}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
