// SPDX-License-Identifier: Apache-2.0
package io.dromedary.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the ids of events lead. */
class EventPagesTest {

    private static final Pattern CELL = Pattern.compile("\\$\\{__data\\.fields\\.(\\w+)");

    @Test
    void openAnEventByItsIdWhereDatadogDoes() {
        assertThat(EventProduct.LOGS.page()).isEqualTo("/logs?event=${__value.raw:percentencode}");
        assertThat(EventProduct.SPANS.page())
                .isEqualTo("/apm/trace/${__data.fields.trace_id}?spanID=${__data.fields.span_id}");
    }

    @Test
    void showAListThatHoldsTheEventElsewhere() {
        assertThat(EventProduct.CI_TESTS.page())
                .isEqualTo("/ci/test-runs?query=test_level%3A%22${__data.fields.level:percentencode}%22"
                        + "%20%40test.service%3A%22${__data.fields.service:percentencode}%22"
                        + "&event=${__value.raw:percentencode}&from_ts=${__from}&to_ts=${__to}&live=false");
    }

    @ParameterizedTest
    @EnumSource
    void takeCellsThatTheRowHas(EventProduct product) {
        assertThat(product.columns())
                .extracting(EventColumn::title)
                .containsAll(CELL.matcher(product.page())
                        .results()
                        .map(cell -> cell.group(1))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void offerFacetsAsTheyAreWrittenInASearch(EventProduct product) {
        assertThat(product.standardFacets())
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allMatch(facet -> facet.matches("@?[a-z_][A-Za-z_.-]*"));
    }
}
