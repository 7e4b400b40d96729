// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricEndpointsTest {

    private final Sandbox sandbox = new Sandbox();

    private List<String> names(String query) {
        return ids(sandbox.get("/api/v2/metrics", query).json());
    }

    private static List<String> ids(JsonNode json) {
        return json.path("data").findValuesAsText("id");
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void listsAllMetricsWhenNobodyAsksForPages() {
        var json = sandbox.get("/api/v2/metrics", "").json();
        assertThat(ids(json)).hasSizeGreaterThan(120).isSorted().doesNotHaveDuplicates();
        assertThat(json.path("meta").isMissingNode()).isTrue();
        assertThat(json.at("/data/0/type").asText()).isEqualTo("metrics");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50, 144, 1000})
    void endsPagingAfterEachNameOnce(int size) {
        var all = new ArrayList<String>();
        String cursor = "";
        do {
            var json = sandbox.get("/api/v2/metrics", "page%5Bsize%5D=" + size + cursor)
                    .json();
            assertThat(ids(json)).hasSizeLessThanOrEqualTo(size).isNotEmpty();
            all.addAll(ids(json));
            assertThat(json.at("/meta/pagination/type").asText()).isEqualTo("cursor_limit");
            assertThat(json.at("/meta/pagination/limit").asInt()).isEqualTo(size);
            var next = json.at("/meta/pagination/next_cursor");
            cursor = next.isNull() ? "" : "&page%5Bcursor%5D=" + next.asText();
        } while (!cursor.isEmpty());
        assertThat(all).isEqualTo(names(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page[size]=0",
                "page[size]=10001",
                "page[size]=many",
                "page[size]=1&page[cursor]=nonsense",
                "window[seconds]=0",
                "filter[tags]=a:("
            })
    void refusesParametersOutOfRange(String query) {
        assertThat(sandbox.get("/api/v2/metrics", query).status()).isEqualTo(400);
    }

    @Test
    void filtersByTagsAndType() {
        assertThat(names("filter[tags]=service:redis+AND+region:eu-*"))
                .contains("redis.keys", "system.load.1")
                .doesNotContain("kafka.consumer_lag", "shop.orders");
        assertThat(names("filter[tags]=env:nowhere")).isEmpty();
        assertThat(names("filter[metric_type]=distribution"))
                .contains("shop.checkout.latency")
                .doesNotContain("shop.orders");
        assertThat(names("filter[metric_type]=non_distribution"))
                .contains("shop.orders")
                .doesNotContain("shop.checkout.latency");
    }

    @Test
    void listsTheTagsOfAMetric() {
        var data = sandbox.get("/api/v2/metrics/system.disk.in_use/all-tags", "window[seconds]=14400")
                .json()
                .path("data");
        assertThat(data.path("id").asText()).isEqualTo("system.disk.in_use");
        assertThat(texts(data.at("/attributes/tags")))
                .contains("device:/dev/nvme0n1p1", "env:staging", "host:web-euw1-1", "availability-zone:eu-west-1a")
                .isSorted();
    }

    @Test
    void configuresThePercentilesOfDistributions() {
        var data = sandbox.get("/api/v2/metrics/shop.checkout.latency/tags", "")
                .json()
                .path("data");
        assertThat(data.path("id").asText()).isEqualTo("shop.checkout.latency");
        assertThat(data.at("/attributes/include_percentiles").asBoolean()).isTrue();
        assertThat(sandbox.get("/api/v2/metrics/shop.orders/tags", "").status()).isEqualTo(404);
    }

    @Test
    void saysWhichMetricNamesCannotBe() {
        assertThat(sandbox.get("/api/v2/metrics/no.such.metric/all-tags", "").status())
                .isEqualTo(404);
        var answer = sandbox.get("/api/v2/metrics/1invalid/all-tags", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("Invalid metric name");
    }

    @Test
    void describesAMetric() {
        assertThat(sandbox.get("/api/v1/metrics/system.net.bytes_rcvd", "").json())
                .hasToString(
                        "{\"type\":\"rate\",\"description\":\"Bytes received\",\"short_name\":null,\"unit\":\"byte\","
                                + "\"per_unit\":\"second\",\"statsd_interval\":10,\"integration\":\"system\"}");
        assertThat(sandbox.get("/api/v1/metrics/no.such.metric", "").status()).isEqualTo(404);
    }

    @Test
    void listsActiveMetricsOfAHost() {
        var json = sandbox.get("/api/v1/metrics", "from=1773150000&host=redis-euw1-1")
                .json();
        assertThat(texts(json.path("metrics"))).contains("redis.keys").doesNotContain("nginx.net.connections");
        assertThat(json.path("from").asText()).isEqualTo("1773150000");
        assertThat(sandbox.get("/api/v1/metrics", "").error()).contains("'from'");
    }

    @Test
    void searchesMetricsAndHosts() {
        var both = sandbox.get("/api/v1/search", "q=redis").json().path("results");
        assertThat(texts(both.path("metrics"))).contains("redis.keys");
        assertThat(texts(both.path("hosts"))).containsExactly("redis-euw1-1", "redis-use1-1");
        var metrics = sandbox.get("/api/v1/search", "q=metrics:shop.o").json().path("results");
        assertThat(texts(metrics.path("metrics"))).contains("shop.orders").allMatch(name -> name.contains("shop.o"));
        assertThat(metrics.path("hosts")).isEmpty();
    }
}
