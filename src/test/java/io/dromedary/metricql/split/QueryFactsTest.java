// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.syntax.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFactsTest {

    @Test
    void tellsWhatALegendNeeds() {
        var facts = QueryFacts.ofOnly(Parser.parse("abs(p95:shop.latency{ env:prod , !host:a } by {region,host}) * 100")
                .expression());
        assertThat(facts)
                .contains(new QueryFacts("shop.latency", "p95", "env:prod,!host:a", List.of("region", "host")));
    }

    @Test
    void tellsNothingOfSeveralQueries() {
        assertThat(QueryFacts.ofOnly(Parser.parse("avg:a{*} / avg:b{*}").expression()))
                .isEmpty();
        assertThat(QueryFacts.ofOnly(Parser.parse("avg:a{*} / avg:a{*}").expression()))
                .isPresent();
    }
}
