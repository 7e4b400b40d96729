// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

/** Datadog's answer to a {@link MetricsCall}. Shared by everybody who asked the same: nobody changes its arrays. */
public sealed interface QueryReply permits MetricsReply, ScalarReply {

    /** Returns about how many bytes of memory it holds. */
    long sizeBytes();
}
