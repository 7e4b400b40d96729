// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.frame.Notice;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.query.Query;
import io.dromedary.query.VariableTexts;
import io.dromedary.query.lists.ListSearch.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes queries ready to be asked: variables are replaced, filters go where they take effect. Confined to one query.
 */
final class ReadyQueries {

    private final ListMode mode;
    /** For Datadog. */
    private final List<String> text = new ArrayList<>();
    /** For the rows. */
    private final List<String> words = new ArrayList<>();

    private final List<Filter> rest = new ArrayList<>();

    private ReadyQueries(ListMode mode) {
        this.mode = mode;
    }

    /** Returns the options that are set, without variables; several values of one are joined with commas. */
    static Map<String, String> options(Query.Lists asked) {
        var options = new HashMap<String, String>();
        asked.options()
                .forEach((name, value) ->
                        options.put(name, String.join(",", VariableTexts.each(value, asked.variables()))));
        options.values().removeIf(String::isBlank);
        return options;
    }

    /**
     * @param asked with the ids that are meant, where the mode needs some
     * @param known what the user should know before any row is read
     */
    static ListQuery of(
            Query.Lists asked, ListMode mode, Map<String, String> options, Instance instance, List<Notice> known) {
        var ready = new ReadyQueries(mode);
        ready.add(asked.text(), asked.variables());
        asked.filters().forEach(ready::add);
        var notices = notices(ready.rest, known);
        if (!mode.needsIds()) {
            ready.add(asked.ids());
        }
        return new ListQuery(
                asked,
                mode,
                String.join(mode.search().language() == Language.TAGS ? "," : " ", ready.text),
                asked.ids(),
                options,
                new RowFilter(ready.rest, ready.words),
                appUrl(instance),
                notices);
    }

    /** Words are searched in the rows where Datadog has no search. */
    private void add(String asked, Map<String, VariableValue> variables) {
        var replaced =
                ListText.replaced(asked, variables, mode.search().language()).strip();
        if (replaced.isEmpty()) {
            return;
        }
        if (mode.search().language() == Language.NONE) {
            words.addAll(List.of(replaced.split("\\s+")));
            words.removeIf(word -> word.equals("*"));
        } else {
            text.add(replaced);
        }
    }

    private void add(Filter filter) {
        var term = term(filter, mode.search());
        if (term == null) {
            rest.add(filter);
        } else {
            text.add(term);
        }
    }

    /** Ids choose rows where the mode can do without any; a search for one is the id alone, and finds others, too. */
    private void add(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        rest.add(new Filter(mode.idColumn(), Filter.Operator.ONE_OF, ids));
        if (mode.search().facets().contains(mode.idColumn())) {
            text.add(ids.stream().map(ListText::word).collect(Collectors.joining(" OR ", "(", ")")));
        }
    }

    /** Returns the filter as Datadog takes it, null if it cannot. */
    private static @Nullable String term(Filter filter, ListSearch search) {
        return switch (search.language()) {
            case NONE, WORDS -> null;
            case TAGS ->
                filter.operator() == Filter.Operator.EQUALS
                                && filter.values().size() == 1
                                && !filter.values().get(0).contains(",")
                        ? filter.key() + ":" + filter.values().get(0)
                        : null;
            case TERMS -> {
                var plain = filter.operator() != Filter.Operator.MATCHES
                        && filter.operator() != Filter.Operator.NOT_MATCHES;
                yield plain && !filter.values().isEmpty() ? ListText.term(filter, search) : null;
            }
        };
    }

    private static List<Notice> notices(List<Filter> rest, List<Notice> known) {
        if (rest.isEmpty()) {
            return known;
        }
        var notices = new ArrayList<>(known);
        var keys = rest.stream().map(Filter::key).distinct().toList();
        notices.add(Notice.info("Filtered here, not by Datadog: " + String.join(", ", keys)));
        return notices;
    }

    private static @Nullable String appUrl(Instance instance) {
        var url = instance.settings().appUrl();
        return url == null ? null : url.toString();
    }
}
