// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.QuerySource;
import io.dromedary.query.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call asks Datadog: queries, and formulas over them, in one window.
 *
 * @param question all but the time
 */
public record MetricsCall(Question question, Window window) {

    /**
     * Everything that is sent but the time: equal questions have equal answers.
     *
     * @param scalar whether one number of each series is asked for
     * @param queries each once
     * @param formulas the reply counts its series or columns by them
     */
    public record Question(boolean scalar, List<NamedQuery> queries, List<Formula> formulas) {

        public Question {
            queries = List.copyOf(queries);
            formulas = List.copyOf(formulas);
        }
    }

    /**
     * A query of one metric, or of another data source.
     *
     * @param name by which formulas know it
     * @param text in Datadog's language; empty for another data source
     * @param source null for a metric
     * @param aggregator how one number is made of each series; empty for time series
     */
    public record NamedQuery(
            String name, String text, @Nullable QuerySource source, String aggregator) {

        static NamedQuery ofMetric(String name, String text, String aggregator) {
            return new NamedQuery(name, text, null, aggregator);
        }

        /** Returns about how many characters it takes in the request. */
        int length() {
            return source == null ? text.length() : source.members().length();
        }
    }

    /**
     * An expression over names of queries.
     *
     * @param limit most numbers, 0 for all; scalars only
     * @param ascending whether the limit keeps the smallest
     */
    public record Formula(String text, int limit, boolean ascending) {}
}
