// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.frame.Notice;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.change.Filter;
import io.dromedary.query.Query;
import io.dromedary.query.VariableTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes queries ready to be asked: variables are replaced, filters go where they take effect. Stateless. */
final class ReadyQueries {

    private ReadyQueries() {}

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
        var search = mode.search();
        var text = new ArrayList<String>();
        var replaced = ListText.replaced(asked.text(), asked.variables(), search.language());
        var words = new ArrayList<String>();
        if (search.language() == ListSearch.Language.NONE) {
            words.addAll(List.of(
                    replaced.isBlank() ? new String[0] : replaced.strip().split("\\s+")));
            words.removeIf(word -> word.equals("*"));
        } else if (!replaced.isBlank()) {
            text.add(replaced.strip());
        }
        var rest = new ArrayList<Filter>();
        var ids = asked.ids();
        if (!mode.needsIds() && !ids.isEmpty()) {
            rest.add(new Filter(mode.idColumn(), Filter.Operator.ONE_OF, ids));
            if (search.facets().contains(mode.idColumn())) {
                // an id alone is a search for it
                text.add(ids.stream().map(ListText::word).collect(Collectors.joining(" OR ", "(", ")")));
            }
        }
        for (var filter : asked.filters()) {
            var term = term(filter, search);
            if (term == null) {
                rest.add(filter);
            } else {
                text.add(term);
            }
        }
        return new ListQuery(
                asked,
                mode,
                String.join(search.language() == ListSearch.Language.TAGS ? "," : " ", text),
                ids,
                options,
                new RowFilter(rest, words),
                appUrl(instance),
                notices(rest, known));
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
