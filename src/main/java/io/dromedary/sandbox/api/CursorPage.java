// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is turned by cursors. A cursor names the last item, so nothing comes twice when the list
 * changes meanwhile.
 *
 * @param cursor where it begins, empty at the beginning
 * @param next where the next one begins, null after the last
 */
public record CursorPage<T>(
        List<T> items, long size, String cursor, @Nullable String next, int total) {

    private static final String MARK = "after:";

    /**
     * Returns the part behind a cursor.
     *
     * @param all in order of their ids
     * @param cursor empty for the first part
     */
    public static <T> CursorPage<T> of(List<T> all, Function<T, String> id, String cursor, long size) {
        String after = after(cursor);
        var rest =
                all.stream().filter(item -> id.apply(item).compareTo(after) > 0).toList();
        var items = rest.stream().limit(size).toList();
        String next = items.size() < rest.size() ? cursor(id.apply(items.get(items.size() - 1))) : null;
        return new CursorPage<>(items, size, cursor, next, all.size());
    }

    /** Returns the cursor that goes on behind an item. */
    public static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + id).getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String cursor) {
        if (cursor.isEmpty()) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException e) {
            throw RefusedCallException.badRequest("Invalid page[cursor]");
        }
        throw RefusedCallException.badRequest("Invalid page[cursor]");
    }

    /** As containers and images tell of pages. */
    public Map<String, Object> meta() {
        return Tree.object(
                "pagination",
                Tree.object(
                        "cursor", cursor,
                        "prev_cursor", null,
                        "next_cursor", next,
                        "limit", size,
                        "type", "cursor_limit",
                        "total", total));
    }
}
