// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.tree.VariableText;
import java.util.List;
import java.util.Map;

/** What is sent to Datadog for a search that somebody wrote. */
public final class SearchText {

    private SearchText() {}

    /** Returns a value as a search takes it: in quotes where it has to be. */
    public static String quoted(String value) {
        return SearchPrinter.value(value);
    }

    /**
     * Returns the search with its variables replaced and filters added; a text without either is left as it is written,
     * an empty one becomes {@code *}.
     *
     * @throws RefusedException if the text has an error, or a variable or a filter does not fit
     */
    public static String complete(String text, Map<String, VariableValue> variables, List<Filter> filters) {
        var parsed = SearchParser.parse(text);
        parsed.problems().stream()
                .filter(problem -> problem.isError())
                .findFirst()
                .ifPresent(problem -> {
                    throw new RefusedException(
                            "The search has an error at character " + (problem.from() + 1) + ": " + problem.message());
                });
        if (filters.isEmpty() && VariableText.all(text).isEmpty()) {
            return text.isBlank() ? "*" : text.strip();
        }
        var filled = new SearchVariables(variables).replace(parsed.search());
        return SearchPrinter.print(SearchFilters.add(filled, filters));
    }
}
