// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.Trees;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.Expression;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.Reference;
import io.dromedary.metricql.tree.Variable;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplitPropertiesTest {

    @Property
    void meansTheSameWhenItsNamesAreReplaced(@ForAll("expressions") Expression expression) {
        var plain = Leaves.map(expression, leaf -> leaf instanceof Reference ? new Variable("$x") : leaf);
        var split = Split.of(plain);
        var queries = split.queries().stream()
                .collect(Collectors.toMap(
                        Split.NamedQuery::name,
                        query -> Parser.parse(query.text()).expression()));
        var formula = Parser.formula(split.formulas().get(0), queries.keySet());
        assertThat(formula.problems()).isEmpty();
        var back = Leaves.map(
                formula.expression(),
                leaf -> leaf instanceof Variable name && queries.containsKey(name.text())
                        ? queries.get(name.text())
                        : leaf);
        assertThat(Printer.print(back)).isEqualTo(Printer.print(plain));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return Trees.expressions();
    }
}
