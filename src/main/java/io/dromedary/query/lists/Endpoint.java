// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An address of Datadog's API that may be read as a table.
 *
 * @param path with names in braces for its parts that differ
 * @param rows where a reply has its rows, {@value #UNKNOWN} to find out
 * @param parameters that it takes beside those of paging
 */
record Endpoint(String path, String rows, Paging paging, List<Parameter> parameters) {

    static final String UNKNOWN = "?";

    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    /** Something that is asked in the query string. */
    record Parameter(String name, boolean required) {}

    Endpoint {
        parameters = List.copyOf(parameters);
    }

    /** Returns the names of the parts of the path, all of which are needed. */
    List<String> parts() {
        return PART.matcher(path).results().map(match -> match.group(1)).toList();
    }

    /** Returns the address whose rows tell what a part may be: the path before it. */
    String lister(String part) {
        return path.substring(0, path.indexOf("/{" + part + "}"));
    }

    /** Fills in the parts of a path. */
    @FunctionalInterface
    interface Parts {
        String of(String name);
    }

    String path(Parts parts) {
        return PART.matcher(path).replaceAll((MatchResult match) -> parts.of(match.group(1)));
    }
}
