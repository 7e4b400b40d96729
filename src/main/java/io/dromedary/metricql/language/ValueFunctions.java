// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.language;

import io.dromedary.metricql.language.Function.Category;
import io.dromedary.metricql.language.Function.Place;
import io.dromedary.metricql.language.Parameter.Kind;
import io.dromedary.metricql.language.Parameter.Need;
import java.util.ArrayList;
import java.util.List;

/** Functions that change, fill, remove or count values. */
final class ValueFunctions {

    private ValueFunctions() {}

    static List<Function> all() {
        var all = new ArrayList<Function>();
        all.addAll(arithmetic());
        all.addAll(interpolation());
        all.addAll(exclusion());
        all.addAll(count());
        return all;
    }

    private static List<Function> arithmetic() {
        var exponent = new Parameter("exponent", Kind.NUMBER_OR_QUERY, Need.REQUIRED, List.of());
        var other = new Parameter("other", Kind.NUMBER_OR_QUERY, Need.REQUIRED, List.of());
        return List.of(
                of("abs", Category.ARITHMETIC, "Value without its sign"),
                of("log2", Category.ARITHMETIC, "Logarithm to base 2"),
                of("log10", Category.ARITHMETIC, "Logarithm to base 10"),
                of("max", Category.ARITHMETIC, "The larger of two values", other),
                of("min", Category.ARITHMETIC, "The smaller of two values", other),
                of("pow", Category.ARITHMETIC, "Value raised to a power", exponent),
                of("cumsum", Category.ARITHMETIC, "Running total over the window"),
                of("integral", Category.ARITHMETIC, "Area under the curve so far, in value times seconds"));
    }

    private static List<Function> interpolation() {
        return List.of(
                of("default_zero", Category.INTERPOLATION, "Zero where there is no value"),
                of(
                        "default",
                        Category.INTERPOLATION,
                        "A number of your choice where there is no value",
                        Parameter.number("value")));
    }

    private static List<Function> exclusion() {
        var threshold = Parameter.number("threshold");
        return List.of(
                of("exclude_null", Category.EXCLUSION, "Leaves out groups that lack one of the tags"),
                of("clamp_min", Category.EXCLUSION, "Lifts values below the threshold to it", threshold),
                of("clamp_max", Category.EXCLUSION, "Lowers values above the threshold to it", threshold),
                of("cutoff_min", Category.EXCLUSION, "Drops values below the threshold", threshold),
                of("cutoff_max", Category.EXCLUSION, "Drops values above the threshold", threshold));
    }

    private static List<Function> count() {
        return List.of(
                of("count_nonzero", Category.COUNT, "How many groups have a value other than zero"),
                of("count_nonzero_finite", Category.COUNT, "Another name of count_nonzero"),
                of("count_not_null", Category.COUNT, "How many groups have a value"));
    }

    /** Returns a function of one query and what else it takes. */
    static Function of(String name, Category category, String description, Parameter... more) {
        var parameters = new ArrayList<Parameter>();
        parameters.add(Parameter.query());
        parameters.addAll(List.of(more));
        return new Function(name, category, Place.ANYWHERE, parameters, description);
    }
}
