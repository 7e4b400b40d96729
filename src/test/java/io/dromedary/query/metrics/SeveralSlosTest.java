// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static io.dromedary.query.metrics.Panels.FIVE_MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.Notice;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.query.QuerySource;
import io.dromedary.query.Reduction;
import io.dromedary.query.metrics.MetricsReply.Series;
import io.dromedary.query.metrics.MetricsReply.Unit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One measure of several SLOs. */
class SeveralSlosTest {

    private static final QuerySource BUDGET = new QuerySource(
            "slo", "{\"measure\":\"error_budget_remaining\"}", List.of(), false, "error_budget_remaining");

    private final MetricsPlanner planner = new MetricsPlanner(new CallLimits(50, 100_000));

    private static Query.Slos slos(List<String> ids, boolean all, @Nullable Reduction reduction) {
        return new Query.Slos("A", false, FIVE_MINUTES, BUDGET, ids, all, "", reduction);
    }

    private MetricsPlan plan(SloNames names, Query... queries) {
        var group = new QueryGroup(Query.Kind.METRICS, FIVE_MINUTES, List.of(queries));
        return planner.plan(planner.read(group, names), Map.of());
    }

    private static MetricsReply reply(int count) {
        var times = new long[] {Panels.NOON.toEpochMilli() * 1_000_000};
        var series = new Series[count];
        Arrays.setAll(series, i -> new Series(List.of(), i, Unit.NONE, Unit.NONE, new double[] {i}));
        return new MetricsReply(times, List.of(series));
    }

    private static ScalarReply scalars(double... numbers) {
        return new ScalarReply(
                List.of(),
                Arrays.stream(numbers)
                        .mapToObj(number -> new ScalarReply.Values(Unit.NONE, Unit.NONE, new double[] {number}))
                        .toList());
    }

    private static List<Frame> frames(QueryReply reply, MetricsPlan plan) {
        return new MetricsFrames().from(reply, plan.batches().get(0)).get(0).frames();
    }

    @Test
    void travelInOneCallAndAreToldApartByTheirNames() {
        var plan = plan(planner.slos(Map.of("a", "Checkout", "b", "Search")), slos(List.of("a", "b"), false, null));

        assertThat(plan.settled()).isEmpty();
        assertThat(plan.batches()).hasSize(1);
        assertThat(String.valueOf(new MetricsRequests(new MetricsReplies())
                        .build(plan.batches().get(0).call())
                        .body()))
                .endsWith("""
                        "queries":[{"data_source":"slo","name":"query1","slo_id":"a","measure":"error_budget_remaining"},\
                        {"data_source":"slo","name":"query2","slo_id":"b","measure":"error_budget_remaining"}],\
                        "formulas":[{"formula":"query1"},{"formula":"query2"}]}}}""");
        var frames = frames(reply(2), plan);
        assertThat(frames).extracting(Frame::name).containsExactly("Checkout", "Search");
        assertThat(frames)
                .extracting(frame -> frame.fields().get(1).labels().toString())
                .containsExactly("{slo=Checkout}", "{slo=Search}");
    }

    @Test
    void areRowsOfOneTableAsNumbers() {
        var plan = plan(
                planner.slos(Map.of("a", "Checkout", "b", "Search", "c", "Empty")),
                slos(List.of("a", "b", "c"), false, new Reduction("avg", 0, false)));

        var frame = frames(scalars(40, 90, Double.NaN), plan).get(0);

        assertThat(frame.fields()).extracting(Field::name).containsExactly("slo", "Value");
        assertThat(frame.fields().get(1).config().displayName()).isEqualTo("error_budget_remaining");
        assertThat(frame.rows()).isEqualTo(2);
        assertThat(frame.fields().get(0)).isEqualTo(Field.texts("slo", List.of("Search", "Checkout")));
    }

    @Test
    void areTheFirstFiftyOfAllWithANotice() {
        var names = new LinkedHashMap<String, String>();
        for (var i = 0; i < 60; i++) {
            names.put("id-" + i, "same name");
        }

        var plan = plan(planner.slos(names), slos(List.of(), true, null));

        assertThat(plan.batches()).hasSize(1);
        assertThat(plan.batches().get(0).call().question().queries()).hasSize(50);
        var frames = frames(reply(50), plan);
        assertThat(frames)
                .extracting(Frame::name)
                .doesNotHaveDuplicates()
                .contains("same name (id-0)", "same name (id-1)");
        assertThat(frames.get(0).meta().notices())
                .extracting(Notice::text)
                .containsExactly(
                        "All SLOs are chosen, and 50 are shown at most; choose some, or narrow the variable down");
    }

    @Test
    void areKnownByTheirIdsWhereTheyCannotBeListed() {
        var refused =
                planner.slosUnlisted(new FailedException(new Failure(403, Source.DOWNSTREAM, "slos_read is missing")));

        var named = plan(refused, slos(List.of("a", "b"), false, null));
        var all = plan(refused, slos(List.of("a"), true, null));

        assertThat(frames(reply(2), named)).extracting(Frame::name).containsExactly("a", "b");
        assertThat(all.batches()).isEmpty();
        assertThat(all.settled().get(0).failure())
                .isEqualTo(new Failure(403, Source.DOWNSTREAM, "slos_read is missing"));
    }

    @Test
    void areNothingWhereThereIsNone() {
        var plan = plan(planner.slos(Map.of()), slos(List.of(), true, null));

        assertThat(plan.batches()).isEmpty();
        assertThat(plan.settled().get(0).failure()).isNull();
        assertThat(plan.settled().get(0).frames().get(0).meta().notices())
                .extracting(Notice::text)
                .containsExactly("There are no SLOs to show");
    }

    @Test
    void standInAFormulaWhenOneIsChosen() {
        var double1 = Query.Metrics.of("B", false, FIVE_MINUTES, "$A * 2", "");

        var one = plan(planner.slos(Map.of()), slos(List.of("a"), false, null), double1);
        var two = plan(planner.slos(Map.of()), slos(List.of("a", "b"), false, null), double1);

        assertThat(one.batches().get(0).call().question().formulas())
                .extracting(MetricsCall.Formula::text)
                .containsExactly("query1", "query1 * 2");
        assertThat(String.valueOf(two.settled().get(0).failure())).contains("several expressions");
    }
}
