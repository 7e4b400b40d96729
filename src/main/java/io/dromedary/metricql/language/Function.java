// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function, or a modifier, which is a function written after a dot.
 *
 * @param description what it does, one sentence without a full stop
 */
public record Function(String name, Category category, Place place, List<Parameter> parameters, String description) {

    /** Groups for lists of functions. */
    public enum Category {
        ARITHMETIC,
        INTERPOLATION,
        TIMESHIFT,
        RATE,
        SMOOTHING,
        ROLLUP,
        RANK,
        EXCLUSION,
        COUNT,
        REGRESSION,
        ALGORITHM,
        MODIFIER
    }

    /** Where it may be used. */
    public enum Place {
        ANYWHERE,
        /** Only round the whole expression: its result has bands or marks that nothing can be done with. */
        OUTERMOST,
        /** After a query and a dot. */
        AFTER_QUERY
    }

    public Function {
        parameters = List.copyOf(parameters);
    }

    /** Returns the parameters that are given by their place. */
    public List<Parameter> positional() {
        return parameters.stream()
                .filter(parameter -> parameter.need() != Parameter.Need.BY_NAME)
                .toList();
    }

    /** Returns how many arguments it needs at least. */
    public int required() {
        return (int) parameters.stream()
                .filter(parameter -> parameter.need() == Parameter.Need.REQUIRED)
                .count();
    }

    /** Returns how it is written, such as {@code top(query, limit, by, direction)}. */
    public String signature() {
        var inside = parameters.stream().map(Parameter::toString).collect(Collectors.joining(", "));
        return (place == Place.AFTER_QUERY ? "." : "") + name + "(" + inside + ")";
    }
}
