// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.time.Duration;
import java.time.Instant;

/**
 * A window of time, from inclusive, to exclusive, as Datadog's v2 queries take it. Checked where a query is decoded.
 */
public record TimeRange(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }
}
