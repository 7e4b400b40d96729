// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.datadog.DatadogRequest;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.Reduction;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MetricsRequestsTest {

    private final MetricsRequests requests = new MetricsRequests(new MetricsReplies());

    private DatadogRequest<?> request(String... texts) {
        return requests.build(
                Panels.batch(Panels.group(Panels.FIVE_MINUTES, texts)).call());
    }

    @Test
    void asksAllQueriesInOneCallAndEqualOnesOnce() {
        var request = request("avg:b{*}", "avg:a{*}", "avg:b{*}");

        assertThat(request.method()).isEqualTo(DatadogRequest.Method.POST);
        assertThat(request.path()).isEqualTo("/api/v2/query/timeseries");
        assertThat(request.body()).isEqualTo("""
                {"data":{"type":"timeseries_request","attributes":{"from":1700000000000,"to":1700000300000,\
                "interval":60000,"queries":[{"data_source":"metrics","name":"query1","query":"avg:b{*}"},\
                {"data_source":"metrics","name":"query2","query":"avg:a{*}"}],\
                "formulas":[{"formula":"query1"},{"formula":"query2"}]}}}""");
    }

    @Test
    void putsFunctionsAndArithmeticInFormulas() {
        var body = request("abs(sum:a{*}) / sum:b{*} * 100", "sum:b{*}, top(sum:a{*} by {h}, 5, 'mean', 'desc')")
                .body();

        assertThat(body).contains("""
                "queries":[{"data_source":"metrics","name":"query1","query":"sum:a{*}"},\
                {"data_source":"metrics","name":"query2","query":"sum:b{*}"},\
                {"data_source":"metrics","name":"query3","query":"sum:a{*} by {h}"}],\
                "formulas":[{"formula":"abs(query1) / query2 * 100"},{"formula":"query2"},\
                {"formula":"top(query3, 5, 'mean', 'desc')"}]""");
    }

    @Test
    void asksScalarsWithTheirAggregatorsAndLimits() {
        var window = Panels.FIVE_MINUTES;
        var queries = new ArrayList<Query>();
        queries.add(Panels.scalar("A", window, "avg:a{*} by {h}", new Reduction("max", 5, false)));
        queries.add(Panels.scalar("B", window, "avg:a{*} by {h}", new Reduction("last", 0, true)));
        queries.add(Panels.scalar("C", window, "avg:b{*} by {h} / avg:a{*} by {h}", new Reduction("max", 0, false)));
        var group = new QueryGroup(Query.Kind.METRICS, window, queries);

        var request = requests.build(Panels.batch(group).call());

        assertThat(request.path()).isEqualTo("/api/v2/query/scalar");
        assertThat(request.body()).isEqualTo("""
                {"data":{"type":"scalar_request","attributes":{"from":1700000000000,"to":1700000300000,\
                "queries":[{"data_source":"metrics","name":"max_query1","query":"avg:a{*} by {h}","aggregator":"max"},\
                {"data_source":"metrics","name":"max_query2","query":"avg:b{*} by {h}","aggregator":"max"},\
                {"data_source":"metrics","name":"last_query1","query":"avg:a{*} by {h}","aggregator":"last"}],\
                "formulas":[{"formula":"max_query1","limit":{"count":5,"order":"desc"}},\
                {"formula":"max_query2 / max_query1"},{"formula":"last_query1"}]}}}""");
    }

    @Test
    void escapesWhatJsonReserves() {
        assertThat(request("avg:a{x:\"a b\"}").body()).contains("\"query\":\"avg:a{x:\\\"a b\\\"}\"");
    }

    @Test
    void makesEqualBodiesOfEqualGroups() {
        assertThat(request("avg:a{*}", "avg:b{*}").body())
                .isEqualTo(request("avg:a{*}", "avg:b{*}").body());
    }
}
