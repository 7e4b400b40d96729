// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import static io.dromedary.metricql.change.Filter.Operator.EQUALS;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.Trees;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FiltersPropertiesTest {

    @Property
    void staysInTheScopeWhateverTheValue(@ForAll("queries") MetricQuery query, @ForAll String value) {
        String text;
        try {
            text = Printer.print(Filters.add(query, List.of(new Filter("env", EQUALS, List.of(value)))));
        } catch (RefusedException refused) {
            return;
        }
        var parsed = Parser.parse(text);
        assertThat(parsed.problems()).as(text).isEmpty();
        assertThat(((MetricQuery) parsed.expression()).by()).isEqualTo(query.by());
        assertThat(((MetricQuery) parsed.expression()).modifiers()).isEqualTo(query.modifiers());
    }

    @Provide
    Arbitrary<MetricQuery> queries() {
        return Trees.queries();
    }
}
