// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static io.dromedary.query.metrics.Panels.FIVE_MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.metricql.change.Filter;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.product.EventProduct;
import io.dromedary.query.Answer;
import io.dromedary.query.EventSearch;
import io.dromedary.query.EventTask;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.QuerySource;
import io.dromedary.query.Reduction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queries of other data sources than metrics, alone and in formulas. */
class MeasuresPanelTest {

    private static final QuerySource HITS = new QuerySource(
            "apm_metrics", "{\"stat\":\"hits\",\"service\":\"web\"}", List.of("resource_name"), false, "hits web");
    private static final QuerySource CPU = new QuerySource(
            "process", "{\"metric\":\"process.stat.cpu.total_pct\",\"tag_filters\":[]}", List.of(), true, "cpu");

    private static Query.Measure measure(String refId, QuerySource source, @Nullable Reduction reduction) {
        return new Query.Measure(refId, true, FIVE_MINUTES, source, "", reduction);
    }

    private static MetricsPlan plan(List<Query> wanted, List<Query> panel) {
        return Panels.plan(new QueryGroup(Query.Kind.METRICS, FIVE_MINUTES, wanted, panel));
    }

    private static String body(MetricsBatch batch) {
        return String.valueOf(
                new MetricsRequests(new MetricsReplies()).build(batch.call()).body());
    }

    @Test
    void travelWithMetricsInOneCallAndOneFormula() {
        var errors = Query.Metrics.of("A", false, FIVE_MINUTES, "sum:errors{*}.as_count()", "");
        var ratio = Query.Metrics.of("C", false, FIVE_MINUTES, "$A / $B * 100", "");
        var hits = measure("B", HITS, null);

        var plan = plan(List.of(errors, ratio), List.of(errors, hits, ratio));

        assertThat(plan.settled()).isEmpty();
        assertThat(plan.batches()).hasSize(1);
        assertThat(body(plan.batches().get(0))).endsWith("""
                "queries":[{"data_source":"metrics","name":"query1","query":"sum:errors{*}.as_count()"},\
                {"data_source":"apm_metrics","name":"query2","stat":"hits","service":"web"}],\
                "formulas":[{"formula":"query1"},{"formula":"query1 / query2 * 100"}]}}}""");
        assertThat(plan.batches().get(0).queries().get(1).executed())
                .isEqualTo(
                        "sum:errors{*}.as_count() / $B * 100\n$B = apm_metrics {\"stat\":\"hits\",\"service\":\"web\"}");
    }

    @Test
    void areAskedOnceWhenTheyAreEqual() {
        var plan = plan(
                List.of(measure("A", HITS, null), measure("B", HITS, null)),
                List.of(measure("A", HITS, null), measure("B", HITS, null)));

        assertThat(plan.batches()).hasSize(1);
        assertThat(plan.batches().get(0).call().question().queries()).hasSize(1);
        assertThat(plan.batches().get(0).call().question().formulas()).hasSize(1);
    }

    @Test
    void getAnAggregatorOnlyWhereTheDataSourceTakesOne() {
        var max = new Reduction("max", 0, false);

        var cpu = plan(List.of(measure("A", CPU, max)), List.of());
        var hits = plan(List.of(measure("A", HITS, max)), List.of());

        assertThat(body(cpu.batches().get(0))).contains("""
                "metric":"process.stat.cpu.total_pct","tag_filters":[],"aggregator":"max"}""");
        assertThat(body(hits.batches().get(0))).doesNotContain("aggregator");
        assertThat(hits.batches().get(0).queries().get(0).groupKeys()).containsExactly("resource_name");
    }

    @Test
    void areNamedByWhatTheyMeasureAndTheirTags() {
        var plan = plan(List.of(measure("A", HITS, null)), List.of());
        var reply = new MetricsReply(
                new long[] {Panels.NOON.toEpochMilli() * 1_000_000},
                List.of(
                        new MetricsReply.Series(
                                List.of("resource_name:GET /"),
                                0,
                                MetricsReply.Unit.NONE,
                                MetricsReply.Unit.NONE,
                                new double[] {1}),
                        new MetricsReply.Series(
                                List.of(), 0, MetricsReply.Unit.NONE, MetricsReply.Unit.NONE, new double[] {2})));

        var frames =
                new MetricsFrames().from(reply, plan.batches().get(0)).get(0).frames();

        assertThat(frames).extracting("name").containsExactlyInAnyOrder("GET /", "hits web");
    }

    @Test
    void failAloneWhenAFormulaNamesAnUnknownQuery() {
        var wrong = Query.Metrics.of("B", false, FIVE_MINUTES, "$Z * 2", "");
        var plan = plan(List.of(measure("A", HITS, null), wrong), List.of(measure("A", HITS, null), wrong));

        assertThat(plan.settled()).extracting(Answer::refId).containsExactly("B");
        assertThat(plan.batches()).hasSize(1);
    }

    @Test
    void areExplainedWithTheirRequest() {
        var group = new QueryGroup(Query.Kind.METRICS, FIVE_MINUTES, List.of(measure("A", HITS, null)));
        var rehearsal = new MetricsRehearsal(new MetricsRequests(new MetricsReplies()));

        var planned = rehearsal.of(group, Panels.plan(group));

        assertThat(planned.problems()).isEqualTo(Map.of("A", List.of()));
        assertThat(planned.requests()).hasSize(1);
    }

    @Test
    void countEventsInTheSameCall() {
        var lines = events("B", EventTask.Compute.COUNT);
        var rate = Query.Metrics.of("C", false, FIVE_MINUTES, "$B / sum:hits{*}.as_count()", "");

        var plan = plan(List.of(rate), List.of(lines, rate));

        assertThat(plan.settled()).isEmpty();
        assertThat(body(plan.batches().get(0))).contains("""
                "queries":[{"data_source":"logs","name":"query1","compute":{"aggregation":"count"},\
                "search":{"query":"service:(a OR b) env:prod"},"indexes":["main"],\
                "group_by":[{"facet":"service","limit":5,"sort":{"aggregation":"count","order":"desc"}}]},\
                {"data_source":"metrics","name":"query2","query":"sum:hits{*}.as_count()"}],\
                "formulas":[{"formula":"default_zero(query1) / query2"}]""");
    }

    @Test
    void countNothingAsZeroAndMeasureNothingAsAGap() {
        var errors = events("A", EventTask.Compute.COUNT);
        var users = events("B", new EventTask.Compute("cardinality", "@usr.id"));
        var slowest = events("C", new EventTask.Compute("max", "@duration"));
        var share = Query.Metrics.of("D", false, FIVE_MINUTES, "$A / $B * 100", "");
        var per = Query.Metrics.of("E", false, FIVE_MINUTES, "$C / $B", "");

        var plan = plan(List.of(share, per), List.of(errors, users, slowest, share, per));

        assertThat(plan.batches().get(0).call().question().formulas())
                .extracting(MetricsCall.Formula::text)
                .containsExactly("default_zero(query1) / default_zero(query2) * 100", "query3 / default_zero(query2)");
    }

    @Test
    void failOnlyThoseWhoCalculateWithAList() {
        var list =
                new Query.Events("B", false, FIVE_MINUTES, search(), new EventTask.Listing(10, false, List.of()), "");
        var wrong = Query.Metrics.of("C", false, FIVE_MINUTES, "$B * 2", "");
        var good = Query.Metrics.of("D", false, FIVE_MINUTES, "avg:a{*}", "");

        var plan = plan(List.of(wrong, good), List.of(list, wrong, good));

        assertThat(plan.settled())
                .singleElement()
                .satisfies(answer -> assertThat(String.valueOf(answer.failure()))
                        .contains("query B has no single number to calculate with"));
        assertThat(plan.batches()).hasSize(1);
    }

    private static EventSearch search() {
        return new EventSearch(
                EventProduct.LOGS,
                "service:$service",
                List.of(new Filter("env", Filter.Operator.EQUALS, List.of("prod"))),
                Map.of("service", VariableValue.of("a", "b")),
                "indexes",
                List.of("main"));
    }

    private static Query.Events events(String refId, EventTask.Compute compute) {
        var group = new EventTask.Group("service", 5, EventTask.Compute.COUNT, false, null);
        var task = new EventTask.Aggregate(List.of(compute), List.of(group), null, false);
        return new Query.Events(refId, true, FIVE_MINUTES, search(), task, "");
    }
}
