// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.tree.VariableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in the place of dashboard variables: several become {@code (a OR b)}, or several arguments of a function,
 * everything becomes {@code *}, and a term with an empty one is dropped. Behind a backslash, {@code $} is a dollar.
 */
final class SearchVariables {

    private static final int MOST_TERMS = 1_000;

    /** Such as {@code CIDR(@network.client.ip, 10.0.0.0/8)}. */
    private static final Pattern CALL = Pattern.compile("\\p{L}+\\(.*\\)", Pattern.DOTALL);

    private final Map<String, VariableValue> values;

    SearchVariables(Map<String, VariableValue> values) {
        this.values = values;
    }

    /** @throws RefusedException if a variable has no entry, or too many values */
    Search replace(Search search) {
        var replaced = in(search);
        return replaced == null ? Search.EVERYTHING : replaced;
    }

    private @Nullable Search in(Search search) {
        if (search instanceof Search.Term term) {
            return term(term);
        }
        if (search instanceof Search.Values facet) {
            var inner = in(facet.inner());
            var key = single(facet.key());
            return inner == null || key.isEmpty() ? null : new Search.Values(key, inner);
        }
        if (search instanceof Search.Not not) {
            var inner = in(not.inner());
            return inner == null ? null : new Search.Not(inner);
        }
        if (search instanceof Search.And and) {
            return Search.all(each(and.parts()));
        }
        return Search.any(each(((Search.Or) search).parts()));
    }

    private List<Search> each(List<Search> parts) {
        return parts.stream().map(this::in).filter(Objects::nonNull).toList();
    }

    private @Nullable Search term(Search.Term term) {
        if (variables(term.key()).isEmpty() && variables(term.value()).isEmpty()) {
            return term;
        }
        if (term.key().isEmpty() && CALL.matcher(term.value()).matches()) {
            return call(term.value());
        }
        var keys = term.key().isEmpty() ? List.of("") : facets(term.key());
        var whole = whole(term.value());
        if (term.key().isEmpty() && whole != null) {
            return words(whole);
        }
        var written = whole == null ? quotedOrNot(term.value()) : whole(whole);
        var terms = new ArrayList<Search>();
        for (var key : keys) {
            var all = written.stream()
                    .map(value -> (Search) new Search.Term("", value))
                    .toList();
            if (key.isEmpty() || all.size() < 2) {
                written.forEach(value -> terms.add(new Search.Term(key, value)));
            } else {
                terms.add(new Search.Values(key, new Search.Or(all)));
            }
        }
        return Search.any(terms);
    }

    /** A function of everything would ask nothing, so it is dropped like that of an empty variable. */
    private @Nullable Search call(String text) {
        var call = new StringBuilder();
        int done = 0;
        for (var found : variables(text)) {
            var value = known(found.name());
            if (value.all() || value.values().isEmpty()) {
                return null;
            }
            call.append(text, done, found.from())
                    .append(value.values().stream().map(SearchPrinter::argument).collect(Collectors.joining(", ")));
            done = found.to();
        }
        return new Search.Term("", call.append(text, done, text.length()).toString());
    }

    /** A variable that stands alone may hold a piece of a search, as somebody would type it. */
    private @Nullable Search words(VariableValue value) {
        if (value.all()) {
            return Search.EVERYTHING;
        }
        return Search.any(value.values().stream().map(SearchVariables::piece).toList());
    }

    private static Search piece(String text) {
        var parsed = SearchParser.parse(text);
        return parsed.isGood() ? parsed.search() : new Search.Term("", SearchPrinter.value(text));
    }

    private static List<String> whole(VariableValue value) {
        return value.all()
                ? List.of("*")
                : value.values().stream().map(SearchPrinter::value).toList();
    }

    /** Returns the variable that is all of a value, be it in quotes or not. */
    private @Nullable VariableValue whole(String value) {
        boolean quoted = value.length() > 2 && value.startsWith("\"") && value.endsWith("\"");
        var bare = quoted ? value.substring(1, value.length() - 1) : value;
        return !bare.isEmpty() && VariableText.end(bare, 0) == bare.length()
                ? known(VariableText.all(bare).get(0).name())
                : null;
    }

    private List<String> quotedOrNot(String value) {
        if (value.startsWith("\"")) {
            return texts(value, true);
        }
        boolean isSigned = !value.isEmpty() && "<>=[{".indexOf(value.charAt(0)) >= 0;
        return texts(value, false).stream()
                .map(text -> isSigned ? text : SearchPrinter.value(text))
                .toList();
    }

    /** Returns what a text becomes, one for each combination of values; none when a variable has no value. */
    private List<String> texts(String text, boolean quoted) {
        List<String> texts = List.of("");
        int done = 0;
        for (var found : variables(text)) {
            var choices = choices(known(found.name()), quoted);
            if ((long) texts.size() * choices.size() > MOST_TERMS) {
                throw new RefusedException("variable " + found.name() + " has too many values: choose fewer or All");
            }
            var between = text.substring(done, found.from());
            texts = texts.stream()
                    .flatMap(start -> choices.stream().map(choice -> start + between + choice))
                    .toList();
            done = found.to();
        }
        var rest = text.substring(done);
        return texts.stream().map(start -> start + rest).distinct().toList();
    }

    private static List<String> choices(VariableValue value, boolean quoted) {
        if (value.all()) {
            return List.of("*");
        }
        return quoted ? value.values().stream().map(SearchPrinter::escaped).toList() : value.values();
    }

    /** Returns what a facet becomes; an empty text is the name of none. */
    private List<String> facets(String key) {
        return texts(key, false).stream().filter(text -> !text.isEmpty()).toList();
    }

    /** Returns what a facet becomes, empty when a variable has no value. */
    private String single(String key) {
        var keys = facets(key);
        if (keys.size() > 1) {
            throw new RefusedException("a facet with several values takes one value of " + key + ": choose one");
        }
        return keys.isEmpty() ? "" : keys.get(0);
    }

    private static List<VariableText.Found> variables(String text) {
        return VariableText.all(text).stream()
                .filter(found -> found.from() == 0 || text.charAt(found.from() - 1) != '\\')
                .toList();
    }

    private VariableValue known(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new RefusedException("the variable $" + name
                    + " has no value here; choose one on the dashboard, and in alert rules write the value itself");
        }
        return value;
    }
}
