// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.syntax.Parsed;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Expression;
import java.util.List;
import java.util.Set;

/** Understands the texts of queries and formulas, and refuses wrong ones with their place. */
final class Syntax {

    private Syntax() {}

    /** A query; several when commas separate them. */
    static List<Expression> queries(String text) {
        return checked(Parser.parse(text), "query");
    }

    /** A formula, in which names of queries stand alone: {@code a / b * 100}. */
    static Expression formula(String text, Set<String> names) {
        return checked(Parser.formula(text, names), "formula").get(0);
    }

    private static List<Expression> checked(Parsed parsed, String what) {
        var error = Checker.check(parsed).stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new RefusedQueryException("Error parsing " + what + ": unable to parse " + parsed.text() + ": "
                    + error.get().message() + place(parsed.text(), error.get().from()));
        }
        return parsed.expressions();
    }

    private static String place(String text, int offset) {
        String before = text.substring(0, offset);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return " (line " + line + ", column " + (offset - before.lastIndexOf('\n')) + ")";
    }
}
