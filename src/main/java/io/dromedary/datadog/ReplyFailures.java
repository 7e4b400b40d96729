// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.call.Failure;
import io.dromedary.call.Source;

/** What is wrong with replies that came with a status of success. */
public final class ReplyFailures {

    private ReplyFailures() {}

    /** Returns the failure, 502, for a reply that has not the form it should have. */
    public static Failure notUnderstood() {
        return new Failure(
                502,
                Source.DOWNSTREAM,
                "Datadog's answer was not understood. Try again; if the data source has its own URL or a proxy, check"
                        + " that it leads to Datadog's API");
    }

    /**
     * Returns the failure, 400, for a reply with errors in it.
     *
     * @param said Datadog's own words
     */
    public static Failure refused(String said) {
        return new Failure(400, Source.DOWNSTREAM, "Datadog could not run this query: " + said);
    }
}
