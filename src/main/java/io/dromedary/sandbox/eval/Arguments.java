// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.tree.Argument;
import io.dromedary.metricql.tree.NumberValue;
import java.util.List;

/**
 * What a function or a modifier is given.
 *
 * @param owner its name, for messages
 */
record Arguments(String owner, List<Argument> all) {

    double number(int index) {
        if (index < all.size() && all.get(index) instanceof NumberValue number) {
            return number.value();
        }
        throw new RefusedQueryException("argument " + (index + 1) + " of " + owner + "() must be a number");
    }

    double numberOr(int index, double fallback) {
        return isNumber(index) ? number(index) : fallback;
    }

    boolean isNumber(int index) {
        return index < all.size() && all.get(index) instanceof NumberValue;
    }

    /** A text in quotes or a bare word. */
    String textOr(int index, String fallback) {
        if (index >= all.size()) {
            return fallback;
        }
        var argument = all.get(index);
        if (argument instanceof Argument.Text text) {
            return text.value();
        }
        return argument instanceof Argument.Word word ? word.value() : fallback;
    }
}
