// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.datadog.DatadogRequest;
import org.junit.jupiter.api.Test;

class MetricsRequestsTest {

    private final MetricsRequests requests = new MetricsRequests(new MetricsReplies());

    private DatadogRequest<MetricsReply> request(String... texts) {
        return requests.build(requests.call(Panels.group(Panels.FIVE_MINUTES, texts)));
    }

    @Test
    void asksAllQueriesInOneCallAndEqualOnesOnce() {
        var request = request("avg:b{*}", "avg:a{*}", "avg:b{*}");

        assertThat(request.method()).isEqualTo(DatadogRequest.Method.POST);
        assertThat(request.path()).isEqualTo("/api/v2/query/timeseries");
        assertThat(request.body()).isEqualTo("""
                {"data":{"type":"timeseries_request","attributes":{"from":1700000000000,"to":1700000300000,\
                "interval":60000,"queries":[{"data_source":"metrics","name":"q0","query":"avg:b{*}"},\
                {"data_source":"metrics","name":"q1","query":"avg:a{*}"}],\
                "formulas":[{"formula":"q0"},{"formula":"q1"}]}}}""");
    }

    @Test
    void escapesWhatJsonReserves() {
        assertThat(request("avg:a{x:\"\\\n\u0001}").body()).contains("\"query\":\"avg:a{x:\\\"\\\\\\n\\u0001}\"");
    }

    @Test
    void makesEqualBodiesOfEqualGroups() {
        assertThat(request("a", "b").body()).isEqualTo(request("a", "b").body());
    }
}
