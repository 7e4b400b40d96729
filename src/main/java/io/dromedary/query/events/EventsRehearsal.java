// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.call.FailedException;
import io.dromedary.instance.Instance;
import io.dromedary.metricql.Problem;
import io.dromedary.query.Answer;
import io.dromedary.query.PlannedRequests;
import io.dromedary.query.Query;
import io.dromedary.query.QueryGroup;
import io.dromedary.search.SearchParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Tells what queries send first, without sending it: what pages follow depends on the answer. Stateless. */
public final class EventsRehearsal {

    private final EventReadings readings;

    public EventsRehearsal(EventReadings readings) {
        this.readings = readings;
    }

    /** Returns the first request of each query of a group, or why there is none. */
    public PlannedRequests of(QueryGroup group, Instance instance) {
        var requests = new ArrayList<PlannedRequests.Planned>();
        var settled = new ArrayList<Answer>();
        var problems = new HashMap<String, List<Problem>>();
        for (var one : group.queries()) {
            var query = (Query.Events) one;
            problems.put(
                    query.refId(), SearchParser.parse(query.search().text()).problems());
            try {
                var first = readings.next(readings.begin(query, instance));
                requests.add(new PlannedRequests.Planned(List.of(query.refId()), first));
            } catch (FailedException refused) {
                settled.add(Answer.failed(query.refId(), refused.failure()));
            }
        }
        return new PlannedRequests(group, requests, settled, problems);
    }
}
