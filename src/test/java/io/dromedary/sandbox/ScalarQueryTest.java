// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ScalarQueryTest {

    private static final String PATH = "/api/v2/query/scalar";
    private static final long TO = Sandbox.NOW.toEpochMilli();
    private static final long FROM = TO - 3_600_000;

    private final Sandbox sandbox = new Sandbox();

    private JsonNode columns(String formulas, String... queries) {
        var answer = sandbox.post(PATH, Sandbox.body("scalar_request", FROM, TO, 0, formulas, queries));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().at("/data/type").asText()).isEqualTo("scalar_response");
        return answer.json().at("/data/attributes/columns");
    }

    @Test
    void hasAColumnForEachTagAndEachFormula() {
        var columns = columns("", "sum:shop.orders{*} by {region,payment_method}");
        assertThat(columns)
                .extracting(column -> column.path("name").asText())
                .containsExactly("payment_method", "region", "a");
        assertThat(columns)
                .extracting(column -> column.path("type").asText())
                .containsExactly("group", "group", "number");
        assertThat(columns.at("/0/values")).hasSize(9).allMatch(cell -> cell.isArray() && cell.size() == 1);
        assertThat(columns.at("/2/meta/unit/0/name").asText()).isEqualTo("item");
    }

    @Test
    void sumsThePointsOfTheWindow() {
        var points = sandbox.series(
                "sum:shop.orders{*}", Sandbox.NOW.minusSeconds(3600), Sandbox.NOW, java.time.Duration.ofSeconds(20));
        var columns = columns("", "sum:shop.orders{*}");
        assertThat(columns.at("/0/values/0").asDouble())
                .isEqualTo(Arrays.stream(points.get("")).sum());
    }

    @Test
    void keepsTheHighestOfALimit() {
        var values = Sandbox.numbers(columns(
                        "[{\"formula\":\"a\",\"limit\":{\"count\":3,\"order\":\"desc\"}}]",
                        "sum:system.net.bytes_sent{*} by {host}")
                .at("/1/values"));
        assertThat(values).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
        var lowest = Sandbox.numbers(columns(
                        "[{\"formula\":\"a\",\"limit\":{\"count\":3,\"order\":\"asc\"}}]",
                        "sum:system.net.bytes_sent{*} by {host}")
                .at("/1/values"));
        assertThat(lowest).isSorted();
        assertThat(lowest[2]).isLessThan(values[2]);
    }

    @Test
    void dividesTotalsAndNotPoints() {
        var columns = columns(
                "[{\"formula\":\"a / b\"},{\"formula\":\"a\"},{\"formula\":\"b\"}]",
                "sum:shop.revenue{*} by {region}",
                "sum:shop.orders{*} by {region}");
        for (int row = 0; row < 3; row++) {
            double revenue = columns.at("/2/values/" + row).asDouble();
            double orders = columns.at("/3/values/" + row).asDouble();
            assertThat(columns.at("/1/values/" + row).asDouble()).isEqualTo(revenue / orders);
        }
    }

    @Test
    void answersAnUnknownMetricWithAnEmptyColumn() {
        assertThat(columns("", "avg:no.such.metric{*}"))
                .hasToString("[{\"name\":\"a\",\"type\":\"number\",\"values\":[],\"meta\":{\"unit\":null}}]");
    }

    @Test
    void needsAnAggregator() {
        var body = Sandbox.body("scalar_request", FROM, TO, 0, "", "avg:system.cpu.user{*}");
        assertThat(sandbox.post(PATH, body.replace("\"sum\"", "\"\"")).error()).contains("'aggregator'");
        assertThat(sandbox.post(PATH, body.replace("\"sum\"", "\"most\"")).error())
                .contains("'most'");
    }
}
