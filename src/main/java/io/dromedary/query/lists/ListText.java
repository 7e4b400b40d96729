// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Search texts with what dashboards add to them: variables and ad-hoc filters. Stateless. */
final class ListText {

    /** A term of a search: words in quotes belong to it whole. */
    private static final Pattern TERM = Pattern.compile("(?:\"(?:\\\\.|[^\"\\\\])*\"|\\S)+");

    private static final Pattern BARE = Pattern.compile("[\\w.*/@-]+");

    private ListText() {}

    /**
     * Replaces variables: one value stands as it is, several become {@code (a OR b)}, all becomes {@code *}. A term
     * with a variable of which nothing is chosen is dropped. What is no variable of the dashboard stays.
     */
    static String replaced(String text, Map<String, VariableValue> variables, ListSearch.Language language) {
        if (VariableText.all(text).isEmpty()) {
            return text;
        }
        var kept = new ArrayList<String>();
        var terms = TERM.matcher(text);
        while (terms.find()) {
            var term = terms.group();
            if (VariableText.all(term).stream().noneMatch(found -> isEmpty(variables.get(found.name())))) {
                kept.add(replacedTerm(term, variables, language));
            }
        }
        return String.join(" ", kept);
    }

    private static boolean isEmpty(@Nullable VariableValue value) {
        return value != null && !value.all() && value.values().isEmpty();
    }

    private static String replacedTerm(
            String term, Map<String, VariableValue> variables, ListSearch.Language language) {
        // a term in quotes has its own
        var quoted = term.indexOf('"') >= 0;
        var found = VariableText.all(term);
        var replaced = new StringBuilder();
        var at = 0;
        for (var one : found) {
            replaced.append(term, at, one.from());
            var value = variables.get(one.name());
            replaced.append(value == null ? term.substring(one.from(), one.to()) : written(value, quoted, language));
            at = one.to();
        }
        return replaced.append(term.substring(at)).toString();
    }

    private static String written(VariableValue value, boolean quoted, ListSearch.Language language) {
        if (value.all()) {
            return language == ListSearch.Language.TERMS || language == ListSearch.Language.TAGS ? "*" : "";
        }
        var values = value.values();
        if (language != ListSearch.Language.TERMS) {
            return String.join(language == ListSearch.Language.TAGS ? "," : " ", values);
        }
        if (values.size() == 1) {
            return quoted ? values.get(0) : word(values.get(0));
        }
        return values.stream().map(ListText::word).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /**
     * Returns a filter as a term of the search language.
     *
     * @param search says how tags are written
     */
    static String term(Filter filter, ListSearch search) {
        var values = filter.values().stream()
                .map(value -> search.facets().contains(filter.key())
                        ? filter.key() + ":" + word(value)
                        : search.tag().isEmpty()
                                ? filter.key() + ":" + word(value)
                                : search.tag() + word(filter.key() + ":" + value))
                .toList();
        var joined = values.size() == 1 ? values.get(0) : values.stream().collect(Collectors.joining(" OR ", "(", ")"));
        return switch (filter.operator()) {
            case EQUALS, ONE_OF, MATCHES -> joined;
            case NOT_EQUALS, NOT_ONE_OF, NOT_MATCHES -> "-" + joined;
        };
    }

    /** Returns a value as one word of the search language, in quotes where it needs them. */
    static String word(String value) {
        return BARE.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
