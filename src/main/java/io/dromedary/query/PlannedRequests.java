// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.datadog.DatadogRequest;
import java.util.List;

/** The requests that running a group sends, as long as no recent answer makes them unnecessary. */
public record PlannedRequests(QueryGroup group, List<DatadogRequest<?>> requests) {

    public PlannedRequests {
        requests = List.copyOf(requests);
    }
}
