// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.datadog.DatadogRequest;
import io.dromedary.datadog.RateBudget;
import io.dromedary.instance.Instance;
import java.util.HashSet;
import java.util.List;

/**
 * What requests cost: {@code {"calls":2,"buckets":[{"name","remaining","limit"?,"periodSeconds"?,"resetSeconds"}]}}. A
 * bucket is unknown until Datadog has told about it, with the first call that counts against it.
 */
final class BudgetJson {

    private final RateBudget budget;

    BudgetJson(RateBudget budget) {
        this.budget = budget;
    }

    void write(Instance instance, List<DatadogRequest<?>> requests, ObjectNode out) {
        out.put("calls", requests.size());
        var buckets = out.putArray("buckets");
        var seen = new HashSet<String>();
        for (var request : requests) {
            budget.known(instance, request)
                    .filter(bucket -> seen.add(bucket.name()))
                    .ifPresent(bucket -> write(bucket, buckets.addObject()));
        }
    }

    private void write(RateBudget.Bucket bucket, ObjectNode out) {
        out.put("name", bucket.name());
        out.put("remaining", bucket.remaining());
        if (bucket.limit() != null) {
            out.put("limit", bucket.limit());
        }
        if (bucket.period() != null) {
            out.put("periodSeconds", bucket.period().toSeconds());
        }
        out.put("resetSeconds", budget.untilReset(bucket).toSeconds());
    }
}
