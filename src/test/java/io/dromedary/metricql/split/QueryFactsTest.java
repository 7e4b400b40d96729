// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Leaves;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFactsTest {

    @Test
    void tellsWhatALegendNeeds() {
        var query = Leaves.queries(Parser.parse("abs(p95:shop.latency{ env:prod , !host:a } by {region,host}) * 100")
                        .expression())
                .get(0);

        assertThat(QueryFacts.of(query))
                .isEqualTo(new QueryFacts("shop.latency", "p95", "env:prod,!host:a", List.of("region", "host")));
    }
}
