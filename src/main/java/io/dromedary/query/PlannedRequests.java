// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.datadog.DatadogRequest;
import io.dromedary.metricql.Problem;
import java.util.List;
import java.util.Map;

/**
 * What running a group sends, as long as no recent answer makes it unnecessary.
 *
 * @param requests in the order of the panel; equal ones travel once
 * @param settled the queries that are not sent, and why
 * @param problems by refId, with places in the query's text; hidden queries that others refer to included
 */
public record PlannedRequests(
        QueryGroup group, List<Planned> requests, List<Answer> settled, Map<String, List<Problem>> problems) {

    /** A request and the queries that it answers. */
    public record Planned(List<String> refIds, DatadogRequest<?> request) {
        public Planned {
            refIds = List.copyOf(refIds);
        }
    }

    public PlannedRequests {
        requests = List.copyOf(requests);
        settled = List.copyOf(settled);
        problems = Map.copyOf(problems);
    }
}
