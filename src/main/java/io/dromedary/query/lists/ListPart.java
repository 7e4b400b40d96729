// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.call.Failure;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.JsonTrees;
import io.dromedary.frame.Notice;
import io.dromedary.query.Cells;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the pages of a list over: what to ask next, and what was read so far. Ends whatever Datadog does: at the limit,
 * at an empty page or one that is too short, at a page that brings nothing new, at a cursor seen before, after
 * {@value #MAX_PAGES} pages. Confined to one query.
 */
public final class ListPart {

    private static final int MAX_PAGES = 200;

    /** Rows looked through when only some of them are wanted. */
    private static final int MAX_SEARCHED = 10_000;

    private static final int SEARCHED_PAGE = 100;

    private final ListQuery query;
    private final String id;
    private final int size;
    private final List<Map<String, JsonNode>> rows = new ArrayList<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private final Set<String> cursors = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final String first;
    private @Nullable DatadogRequest<JsonNode> next;
    private @Nullable Failure failure;
    private int pages;
    private int passed;

    ListPart(ListQuery query, String id) {
        this.query = query;
        this.id = id;
        var wanted = query.rowFilter().isEmpty() ? query.limit() : Math.max(query.limit(), SEARCHED_PAGE);
        size = Math.min(paging().maxSize(), wanted);
        var begin = page(paging().family() == Paging.Family.CURSOR ? "" : Integer.toString(paging().first()));
        var body = begin.body();
        first = begin.method() + " " + begin.path() + (begin.query().isEmpty() ? "" : "?" + begin.query())
                + (body == null ? "" : " " + body);
        next = begin;
    }

    /** Returns the first request, as people read it. */
    String first() {
        return first;
    }

    /** Returns what to ask next, or null at the end. */
    public @Nullable DatadogRequest<JsonNode> getNext() {
        return next;
    }

    ListQuery query() {
        return query;
    }

    String id() {
        return id;
    }

    /** Returns the rows read so far: cells by column, or by path where the columns are found in the rows. */
    List<Map<String, JsonNode>> rows() {
        return rows;
    }

    Set<Notice> notices() {
        return notices;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    /** Takes why there will be no rows. */
    void fail(Failure reason) {
        failure = reason;
        next = null;
    }

    /** Takes what Datadog answered to {@link #getNext()}. */
    void add(JsonNode reply) {
        next = null;
        pages++;
        var path = new JsonPath(reply);
        var list = query.rows().equals(Endpoint.UNKNOWN) ? FoundRows.of(reply) : path.find(reply, query.rows());
        var fresh = 0;
        var taken = 0;
        var before = Set.copyOf(seen);
        for (var row : list.isArray() ? list : asList(list)) {
            taken++;
            var identity = identity(row);
            seen.add(identity);
            if (!before.contains(identity)) {
                fresh++;
                takeAll(row, path);
            }
            if (rows.size() >= query.limit()) {
                cut(reply, passed + taken, taken < list.size() || list.size() >= size);
                return;
            }
        }
        passed += taken;
        turn(reply, taken, fresh);
    }

    /** One object where a list was expected is a list of one; nothing at all is an empty one. */
    private static List<JsonNode> asList(JsonNode value) {
        return value.isObject() ? List.of(value) : List.of();
    }

    /** Lists that change while they are read have a row on two pages. Equal rows of one page are Datadog's business. */
    private static String identity(JsonNode row) {
        return row.path("id").asText() + "#" + row.hashCode() + "#"
                + row.toString().hashCode();
    }

    private void takeAll(JsonNode row, JsonPath path) {
        var explode = query.mode().source().explode();
        if (explode.isEmpty()) {
            take(row, path);
            return;
        }
        for (var element : path.find(row, explode)) {
            ObjectNode whole = row.isObject()
                    ? ((ObjectNode) row).deepCopy()
                    : JsonTrees.mapper().createObjectNode();
            take(whole.set("*", element), path);
        }
    }

    private void take(JsonNode row, JsonPath path) {
        var cells = RowReader.cells(row, path, query.mode(), id);
        if (query.rowFilter().keeps(cells) && rows.size() < query.limit()) {
            rows.add(cells);
            if (cells.values().stream().anyMatch(Cells::isLong)) {
                notices.add(Notice.info("Cells of more than " + Cells.MAX_TEXT + " characters are cut"));
            }
        }
    }

    private void turn(JsonNode reply, int taken, int fresh) {
        if (taken == 0 || paging().family() == Paging.Family.NONE) {
            return;
        }
        if (fresh == 0) {
            notices.add(Notice.warning("Datadog sent the same page again and again; the list may not be complete"));
            return;
        }
        if (pages >= MAX_PAGES || (!query.rowFilter().isEmpty() && passed >= MAX_SEARCHED)) {
            notices.add(Notice.warning(
                    "Only the first " + passed + " rows were looked at; narrow the search to see the others"));
            return;
        }
        switch (paging().family()) {
            case NONE -> {}
            case CURSOR -> follow(new JsonPath(reply).find(reply, paging().path()));
            case OFFSET -> goOn(reply, taken, passed);
            case NUMBER -> goOn(reply, taken, paging().first() + pages);
        }
    }

    private void follow(JsonNode cursor) {
        var text = cursor.isValueNode() && !cursor.isNull() ? cursor.asText() : "";
        if (!text.isEmpty() && cursors.add(text)) {
            next = page(text);
        }
    }

    private void goOn(JsonNode reply, int taken, int position) {
        var total = total(reply);
        // Datadog may give less in a page than was asked for
        if (total < 0 ? taken >= size : passed < total) {
            next = page(Integer.toString(position));
        }
    }

    private void cut(JsonNode reply, int looked, boolean more) {
        var total = total(reply);
        if (total > looked && query.rowFilter().isEmpty()) {
            notices.add(Notice.info("The first " + rows.size() + " of " + total + "; raise the limit to see more"));
        } else if (more && total < 0) {
            notices.add(Notice.info("The first " + rows.size() + "; raise the limit to see whether there are more"));
        } else if (more && total > looked) {
            notices.add(Notice.info("The first " + rows.size() + " that match; raise the limit to see more"));
        }
    }

    /** Returns how many rows Datadog says there are, less than 0 if it does not say. */
    private long total(JsonNode reply) {
        if (paging().family() == Paging.Family.CURSOR || paging().path().isEmpty()) {
            return -1;
        }
        return new JsonPath(reply).find(reply, paging().path()).asLong(-1);
    }

    private Paging paging() {
        return query.mode().source().paging();
    }

    private DatadogRequest<JsonNode> page(String position) {
        return ListRequests.page(query, id, size, position);
    }
}
