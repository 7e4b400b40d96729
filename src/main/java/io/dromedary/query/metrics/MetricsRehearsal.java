// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.PlannedRequests;
import io.dromedary.query.QueryGroup;
import java.util.List;

/** Plans a group as running it does, and stops before anything is sent. Stateless. */
public final class MetricsRehearsal {

    private final MetricsRequests requests;

    public MetricsRehearsal(MetricsRequests requests) {
        this.requests = requests;
    }

    public PlannedRequests plan(QueryGroup group) {
        return new PlannedRequests(group, List.of(requests.build(requests.call(group))));
    }
}
