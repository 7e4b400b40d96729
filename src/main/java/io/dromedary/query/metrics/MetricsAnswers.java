// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.query.Answer;
import io.dromedary.query.QueryGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a group is answered when its call fails. Stateless. */
public final class MetricsAnswers {

    private static final int BAD_REQUEST = 400;

    /** Returns whether Datadog rejected the call as a whole though perhaps only one of its queries is wrong. */
    public boolean isDivisible(Throwable thrown, MetricsBatch batch) {
        var failure = Failure.of(thrown);
        return isRejected(failure) && batch.queries().size() > 1;
    }

    private static boolean isRejected(Failure failure) {
        return failure.status() == BAD_REQUEST && failure.source() == Source.DOWNSTREAM;
    }

    /** Returns the failure as the answer to each query, and where Datadog rejected it, what is unknown here, too. */
    public List<Answer> failed(Throwable thrown, MetricsBatch batch) {
        var failure = Failure.of(thrown);
        return batch.queries().stream()
                .map(query -> Answer.failed(query.query().refId(), explained(failure, query)))
                .toList();
    }

    private static Failure explained(Failure failure, ReadyQuery query) {
        return query.doubts().isEmpty() || !isRejected(failure)
                ? failure
                : new Failure(
                        failure.status(),
                        failure.source(),
                        failure.text() + ". Dromedary does not know it either: " + String.join("; ", query.doubts()));
    }

    /** Returns the failure, or a general one for an exception that is not expected, as the answer to each query. */
    public List<Answer> failed(Throwable thrown, QueryGroup group) {
        var failure = Failure.of(thrown);
        return group.queries().stream()
                .map(query -> Answer.failed(query.refId(), failure))
                .toList();
    }

    /** Returns the answers of several groups as one list, in order. */
    public List<Answer> join(@Nullable List<Answer> before, List<Answer> next) {
        var joined = new ArrayList<Answer>(before == null ? List.of() : before);
        joined.addAll(next);
        return joined;
    }
}
