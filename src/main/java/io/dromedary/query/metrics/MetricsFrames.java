// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.FailedException;
import io.dromedary.query.Answer;
import java.util.List;

/** Makes the answers to a batch of queries out of Datadog's reply. Stateless. */
public final class MetricsFrames {

    /**
     * Returns an answer for each query of the batch, in its order.
     *
     * @param reply to the batch's call
     * @throws FailedException 502 if the reply answers what was not asked
     */
    public List<Answer> from(QueryReply reply, MetricsBatch batch) {
        if (reply instanceof ScalarReply scalar) {
            return new ScalarFrames(scalar, batch).answers();
        }
        return new TimeseriesFrames((MetricsReply) reply, batch).answers();
    }
}
