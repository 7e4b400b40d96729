// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import com.fasterxml.jackson.databind.JsonNode;
import io.dromedary.call.Cancellation;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.frame.Visualisation;
import io.dromedary.instance.Instance;
import io.dromedary.query.Answer;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a query in SQL, for the route that calls Datadog and waits between them. Stateless. */
public final class DdsqlPlanner {

    private final Clock clock;

    public DdsqlPlanner(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the query, ready to be handed in. It may take as long as the data source waits for Datadog.
     *
     * @throws FailedException 400 for a variable that SQL cannot hold
     */
    public DdsqlRun begin(Query.Ddsql query, Instance instance) {
        return new DdsqlRun(query, instance.settings().timeout(), clock);
    }

    /**
     * Takes what Datadog answered.
     *
     * @param cancellation of the call, null if it cannot be cancelled
     * @throws FailedException 499 when nobody waits any more, 504 if the query takes too long
     */
    public void add(DdsqlRun run, JsonNode reply, @Nullable Cancellation cancellation) {
        run.add(reply);
        if (run.getNext() != null && cancellation != null && cancellation.isCancelled()) {
            throw new FailedException(Failure.cancelled());
        }
    }

    /** Returns the result as a table. Columns of different length, which should not be, end at the longest. */
    public Answer answer(DdsqlRun run) {
        var columns = run.result().path("columns");
        var rows = 0;
        for (var column : columns) {
            rows = Math.max(
                    rows, Math.min(column.path("values").size(), run.query().limit()));
        }
        var fields = new ArrayList<Field>();
        for (var column : columns) {
            var values = new ArrayList<JsonNode>(rows);
            for (var row = 0; row < rows; row++) {
                values.add(column.path("values").path(row));
            }
            fields.add(Field.of(
                    column.path("name").asText("column " + (fields.size() + 1)),
                    FieldConfig.NONE,
                    DdsqlColumn.of(column.path("type").asText(""), values)));
        }
        var meta = new FrameMeta(FrameType.TABLE, run.begin().body(), notices(run, rows), Visualisation.TABLE);
        return Answer.of(run.query().refId(), List.of(new Frame("", run.query().refId(), meta, fields)));
    }

    private static List<Notice> notices(DdsqlRun run, int rows) {
        var notices = new ArrayList<Notice>();
        for (var warning : run.result().path("warnings")) {
            notices.add(Notice.warning(warning.isTextual() ? warning.asText() : warning.toString()));
        }
        if (rows >= run.query().limit()) {
            notices.add(Notice.info("The first " + rows + " rows; raise the limit to see whether there are more"));
        }
        if (!run.query().filters().isEmpty()) {
            notices.add(Notice.info("Ad-hoc filters do not change SQL; write them as conditions"));
        }
        return notices;
    }

    /** Answers a query that could not be run. */
    public Answer failed(Query query, Throwable thrown) {
        return Answer.failed(query.refId(), Failure.of(thrown));
    }

    /** Tells what running a group sends first. */
    public PlannedRequests rehearse(QueryGroup group, Instance instance) {
        var planned = new ArrayList<PlannedRequests.Planned>();
        var settled = new ArrayList<Answer>();
        for (var query : group.queries()) {
            try {
                var run = begin((Query.Ddsql) query, instance);
                planned.add(new PlannedRequests.Planned(List.of(query.refId()), run.begin()));
            } catch (FailedException refused) {
                settled.add(Answer.failed(query.refId(), refused.failure()));
            }
        }
        return new PlannedRequests(group, planned, settled, Map.of());
    }
}
