// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Notice;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.tree.VariableText;
import io.dromedary.query.Cells;
import io.dromedary.query.Query;
import io.dromedary.query.VariableTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids that a query means. A variable stands for all its values; with everything chosen, for what the product's own
 * list has, as far as the query's search text and filters leave it. Filters choose among ids that are written down,
 * too.
 *
 * @param query with these ids, and without what has chosen them
 * @param notices where not everything is shown that was meant
 */
record ChosenIds(Query.Lists query, List<Notice> notices) {

    /** Each id is a call, and a panel of more lines shows nothing. */
    static final int MAX = 50;

    /** Where the search for ids that are written down ends. */
    private static final int MAX_LISTED = 10_000;

    private static final String EVERYTHING = "*";

    static boolean needsList(Query.Lists asked, ListMode mode) {
        return mode.needsIds()
                && (hasEverything(asked)
                        || (!asked.ids().isEmpty() && !choosing(asked, mode).isEmpty()));
    }

    /** Returns the query for the product's list, in its default mode. */
    static Query.Lists listQuery(Query.Lists asked, ListMode mode) {
        var filters = new ArrayList<>(choosing(asked, mode));
        filters.addAll(mode.ids().only());
        var everything = asked.ids().stream().allMatch(id -> isEverything(id, asked));
        var text = hasEverything(asked) ? asked.text() : "";
        return list(asked, text, everything ? MAX + 1 : MAX_LISTED, Map.of(), filters);
    }

    /**
     * @param list the product's list, null where it was not needed
     * @throws FailedException 400 if nothing is chosen or too much; why the list could not be read
     */
    static ChosenIds of(Query.Lists asked, ListMode mode, @Nullable ListPart list) {
        var written = written(asked);
        if (!mode.needsIds()) {
            var ids = hasEverything(asked) ? List.<String>of() : List.copyOf(written);
            return new ChosenIds(with(ids, asked.text(), asked.filters(), asked), List.of());
        }
        if (list == null) {
            return new ChosenIds(with(written(asked, mode, written), "", asked.filters(), asked), List.of());
        }
        var failure = list.failure();
        if (failure != null) {
            throw new FailedException(failure);
        }
        var listed = listed(list, mode.ids().column());
        if (!choosing(asked, mode).isEmpty()) {
            written.retainAll(listed);
        }
        if (hasEverything(asked)) {
            written.addAll(listed);
        }
        var rest = new ArrayList<>(asked.filters());
        rest.removeAll(choosing(asked, mode));
        return new ChosenIds(with(first(written), "", rest, asked), notices(written));
    }

    /** Returns the query for the address that lists what a part of another one may be. */
    static Query.Lists listQuery(Query.Lists asked, Map<String, String> options) {
        return list(asked, "", MAX + 1, options, List.of());
    }

    private static Query.Lists list(
            Query.Lists asked, String text, int limit, Map<String, String> options, List<Filter> filters) {
        return new Query.Lists(
                asked.refId(),
                asked.hidden(),
                asked.window(),
                asked.product(),
                "",
                text,
                limit,
                List.of(),
                options,
                null,
                filters,
                asked.variables());
    }

    /**
     * @param ids the values of a part of an address
     * @param list what lists them, null where they are written down
     */
    static ChosenIds ofPath(Query.Lists asked, ListMode mode, List<String> ids, @Nullable ListPart list) {
        if (!mode.needsIds()) {
            return new ChosenIds(asked, List.of());
        }
        if (list == null) {
            var distinct = written(asked, mode, new LinkedHashSet<>(ids));
            return new ChosenIds(with(distinct, asked.text(), asked.filters(), asked), List.of());
        }
        var failure = list.failure();
        if (failure != null) {
            throw new FailedException(failure);
        }
        var listed = new LinkedHashSet<>(listed(list, mode.ids().column()));
        if (listed.isEmpty()) {
            listed.addAll(listed(list, "id"));
        }
        return new ChosenIds(with(first(listed), asked.text(), asked.filters(), asked), notices(listed));
    }

    private static List<String> first(Set<String> ids) {
        return ids.stream().limit(MAX).toList();
    }

    private static List<Notice> notices(Set<String> ids) {
        return ids.size() <= MAX
                ? List.of()
                : List.of(Notice.warning("Everything is chosen, and " + MAX
                        + " are shown at most; choose some, or narrow it down with a search text or filters"));
    }

    private static List<String> written(Query.Lists asked, ListMode mode, Set<String> ids) {
        if (ids.isEmpty()) {
            throw bad(
                    asked.ids().isEmpty()
                            ? "Choose what to show: the mode " + mode.name() + " of " + asked.product()
                                    + " needs the ids of one or several"
                            : "The variable of the ids has nothing chosen; choose up to " + MAX);
        }
        if (ids.size() > MAX) {
            throw bad("There are " + ids.size() + " ids; choose at most " + MAX);
        }
        return List.copyOf(ids);
    }

    /** Filters on a column of the rows are for these; all others are about what has the id. */
    private static List<Filter> choosing(Query.Lists asked, ListMode mode) {
        return asked.filters().stream()
                .filter(filter -> mode.columns().stream()
                        .noneMatch(column -> column.name().equalsIgnoreCase(filter.key())))
                .toList();
    }

    private static boolean hasEverything(Query.Lists asked) {
        return asked.ids().stream().anyMatch(id -> isEverything(id, asked));
    }

    static boolean isEverything(String id, Query.Lists asked) {
        return id.equals(EVERYTHING)
                || VariableText.all(id).stream()
                        .map(found -> asked.variables().get(found.name()))
                        .anyMatch(value -> value != null && value.all());
    }

    private static Set<String> written(Query.Lists asked) {
        var ids = new LinkedHashSet<String>();
        for (var id : asked.ids()) {
            if (!isEverything(id, asked)) {
                ids.addAll(VariableTexts.each(id, asked.variables()));
            }
        }
        return ids;
    }

    private static List<String> listed(ListPart list, String column) {
        return list.rows().stream()
                .map(row -> row.get(column))
                .filter(cell -> cell != null && cell.isValueNode() && !cell.isNull())
                .map(Cells::text)
                .toList();
    }

    /** @param text empty where it has chosen ids: it says nothing of what belongs to one */
    private static Query.Lists with(List<String> ids, String text, List<Filter> filters, Query.Lists asked) {
        return new Query.Lists(
                asked.refId(),
                asked.hidden(),
                asked.window(),
                asked.product(),
                asked.mode(),
                text,
                asked.limit(),
                ids,
                asked.options(),
                asked.reduction(),
                filters,
                asked.variables());
    }

    private static FailedException bad(String text) {
        return new FailedException(Failure.badRequest(text));
    }
}
