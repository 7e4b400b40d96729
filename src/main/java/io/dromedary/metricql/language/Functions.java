// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All functions there are. */
public final class Functions {

    private static final Map<String, Function> BY_NAME = table();

    private Functions() {}

    /** Returns all functions, by category. */
    public static List<Function> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** Finds a function by its name, as Datadog spells it. */
    public static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns the known name that looks most like this one. */
    public static Optional<String> nearest(String name) {
        return NearestWord.to(name, BY_NAME.keySet());
    }

    private static Map<String, Function> table() {
        var table = new LinkedHashMap<String, Function>();
        Stream.of(ValueFunctions.all(), TimeFunctions.all(), RankFunctions.all(), AlgorithmFunctions.all())
                .flatMap(List::stream)
                .forEach(function -> table.put(function.name(), function));
        return table;
    }
}
