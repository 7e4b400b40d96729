// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import io.dromedary.call.TooLargeException;
import io.dromedary.query.Answer;
import io.dromedary.query.QueryGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a group is answered when its call fails. Stateless. */
public final class MetricsAnswers {

    /** Statuses of a rejection that may be about one query only. */
    private static final Set<Integer> REJECTED = Set.of(400, 422);

    private static final int CONTENT_TOO_LARGE = 413;

    /**
     * Returns whether the call failed as a whole though perhaps only one of its queries is wrong, or because the
     * queries together were too much.
     */
    public boolean isDivisible(Throwable thrown, MetricsBatch batch) {
        var failure = Failure.of(thrown);
        boolean tooMuch = failure.status() == CONTENT_TOO_LARGE || isTooLarge(thrown);
        return (tooMuch || isRejected(failure)) && batch.queries().size() > 1;
    }

    private static boolean isTooLarge(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(TooLargeException.class::isInstance);
    }

    private static boolean isRejected(Failure failure) {
        return REJECTED.contains(failure.status()) && failure.source() == Source.DOWNSTREAM;
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
