// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.call.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryPlannerTest {

    private final QueryPlanner planner = new QueryPlanner(new QueryReader());

    @Test
    void letsQueriesOfOneWindowTravelTogether() {
        var plan = planner.plan(batch(asked("A", 0, 1), asked("B", 0, 2), asked("C", 0, 1)));

        assertThat(plan.groups()).extracting(QueryPlannerTest::refIds).containsExactly(List.of("A", "C"), List.of("B"));
    }

    @Test
    void failsOnlyTheQueryThatMakesNoSense() {
        var plan = planner.plan(batch(asked("A", 0, 1), asked("B", 1, 0), asked("C", 0, 1)));

        assertThat(plan.groups()).extracting(QueryPlannerTest::refIds).containsExactly(List.of("A", "C"));
        assertThat(plan.settled()).singleElement().satisfies(answer -> {
            assertThat(answer.refId()).isEqualTo("B");
            assertThat(answer.failure()).isNotNull();
        });
    }

    @Test
    void leavesOutWhatThePanelHides() {
        var plan = planner.plan(new QueryBatch(List.of(hidden("A"), asked("B", 0, 1)), false, true));

        assertThat(plan.groups()).extracting(QueryPlannerTest::refIds).containsExactly(List.of("B"));
        assertThat(plan.settled()).containsExactly(Answer.of("A", List.of()));
        assertThat(plan.groups().get(0).panel())
                .as("others may refer to it")
                .extracting(Query::refId)
                .containsExactly("A", "B");
    }

    @Test
    void answersHiddenQueriesThatExpressionsAskFor() {
        assertThat(planner.plan(new QueryBatch(List.of(hidden("A")), false, true))
                        .groups())
                .hasSize(1);
        assertThat(planner.plan(new QueryBatch(List.of(hidden("A"), asked("B", 0, 1)), false, false))
                        .groups())
                .extracting(QueryPlannerTest::refIds)
                .containsExactly(List.of("A", "B"));
    }

    @Test
    void putsAnswersInTheOrderOfTheQueries() {
        var plan = planner.plan(batch(asked("A", 0, 1), asked("B", 1, 0), asked("C", 0, 2)));
        var late = Answer.failed("A", Failure.bug("late"));

        var answers = planner.complete(plan, List.of(List.of(Answer.of("C", List.of())), List.of(late)));

        assertThat(answers).extracting(Answer::refId).containsExactly("A", "B", "C");
        assertThat(answers.get(0)).isEqualTo(late);
    }

    @Test
    void saysSoWhenAnAnswerIsMissing() {
        var answers = planner.complete(planner.plan(batch(asked("A", 0, 1))), List.of());

        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.failure())
                        .isNotNull()
                        .extracting(Failure::status)
                        .isEqualTo(500));
    }

    private static QueryBatch batch(AskedQuery... queries) {
        return new QueryBatch(Arrays.asList(queries), false, true);
    }

    private static AskedQuery asked(String refId, long fromHour, long toHour) {
        return new AskedQuery(
                refId, "metrics", fromHour * 3_600_000, toHour * 3_600_000, 0, 100, json("{\"query\":\"a{*}\"}"));
    }

    private static AskedQuery hidden(String refId) {
        return new AskedQuery(refId, "metrics", 0, 3_600_000, 0, 100, json("{\"query\":\"a{*}\",\"hide\":true}"));
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> refIds(QueryGroup group) {
        return group.queries().stream().map(Query::refId).toList();
    }
}
