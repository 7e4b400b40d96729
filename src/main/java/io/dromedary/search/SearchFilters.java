// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds filters from outside, such as Grafana's ad-hoc filters, to a search. */
final class SearchFilters {

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.@/*-]+");

    private SearchFilters() {}

    /** @throws RefusedException if a filter cannot be written as a search */
    static Search add(Search search, List<Filter> filters) {
        if (filters.isEmpty()) {
            return search;
        }
        var parts = new ArrayList<Search>();
        if (!search.equals(Search.EVERYTHING)) {
            if (search instanceof Search.And and) {
                parts.addAll(and.parts());
            } else {
                parts.add(search);
            }
        }
        filters.forEach(filter -> parts.add(term(filter)));
        return parts.size() == 1 ? parts.get(0) : new Search.And(parts);
    }

    private static Search term(Filter filter) {
        if (!KEY.matcher(filter.key()).matches()) {
            throw new RefusedException(
                    "the filter key " + filter.key() + " is no facet: use letters, digits and _ - . / @");
        }
        var operator = filter.operator();
        boolean negated = switch (operator) {
            case NOT_EQUALS, NOT_ONE_OF, NOT_MATCHES -> true;
            case EQUALS, ONE_OF, MATCHES -> false;
        };
        boolean pattern = operator == Filter.Operator.MATCHES || operator == Filter.Operator.NOT_MATCHES;
        var values = filter.values().stream()
                .flatMap(value -> pattern ? Wildcards.of(filter.key(), value).stream() : Stream.of(value))
                .distinct()
                .toList();
        if (values.isEmpty()) {
            throw new RefusedException(
                    "the filter on " + filter.key() + " has no value: choose one or remove the filter");
        }
        return values.equals(List.of("")) ? absent(filter.key(), negated) : oneOf(filter.key(), values, negated);
    }

    /** To have an empty value is to have none. */
    private static Search absent(String key, boolean negated) {
        var present = new Search.Term(key, "*");
        return negated ? present : new Search.Not(present);
    }

    private static Search oneOf(String key, List<String> values, boolean negated) {
        var terms = values.stream()
                .filter(value -> !value.isEmpty())
                .map(value -> (Search) new Search.Term("", SearchPrinter.value(value)))
                .toList();
        var term = terms.size() == 1
                ? new Search.Term(key, ((Search.Term) terms.get(0)).value())
                : new Search.Values(key, new Search.Or(terms));
        return negated ? new Search.Not(term) : term;
    }
}
