// SPDX-License-Identifier: Apache-2.0
package io.dromedary.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a search as text. */
final class SearchPrinter {

    /** What needs no quotes; wildcards are none where they are quoted. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./@*?%][\\p{L}\\p{N}_./@*?%,;$-]*|-?\\p{N}+");

    /** What needs none among the arguments of a function, where addresses of networks stand. */
    private static final Pattern PLAIN_ARGUMENT = Pattern.compile("[\\p{L}\\p{N}_./:@*?%$-]+");

    /** Words that would be operators. */
    private static final Pattern OPERATOR = Pattern.compile("AND|OR|NOT");

    private SearchPrinter() {}

    static String print(Search search) {
        if (search instanceof Search.Term term) {
            return term.key().isEmpty() ? term.value() : term.key() + ":" + term.value();
        }
        if (search instanceof Search.Values values) {
            return values.key() + ":(" + print(values.inner()) + ")";
        }
        if (search instanceof Search.Not not) {
            return "-" + inner(not.inner(), true);
        }
        if (search instanceof Search.And and) {
            return joined(and.parts(), " ");
        }
        return joined(((Search.Or) search).parts(), " OR ");
    }

    private static String joined(List<Search> parts, String sign) {
        return parts.stream().map(part -> inner(part, false)).collect(Collectors.joining(sign));
    }

    private static String inner(Search part, boolean negated) {
        boolean brackets =
                part instanceof Search.Or || part instanceof Search.And || (negated && part instanceof Search.Not);
        return brackets ? "(" + print(part) + ")" : print(part);
    }

    /** Returns a value from outside as a search takes it: in quotes where it has to be; wildcards stay wildcards. */
    static String value(String value) {
        return PLAIN.matcher(value).matches() && !OPERATOR.matcher(value).matches()
                ? value
                : '"' + escaped(value) + '"';
    }

    /** Returns a value from outside as a function takes it: in quotes where it has to be. */
    static String argument(String value) {
        return PLAIN_ARGUMENT.matcher(value).matches() ? value : '"' + escaped(value) + '"';
    }

    /** Returns a value from outside as it stands between quotes. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
