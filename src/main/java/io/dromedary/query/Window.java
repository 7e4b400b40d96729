// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import java.time.Duration;

/**
 * When, and how finely: queries of equal windows can travel in one call.
 *
 * @param range the time asked for
 * @param interval width of a bucket, at least a second: wide enough that no series has more points than the panel draws
 *     or Datadog gives
 * @param fresh whether the answer must not come from the cache of recent answers (alert rules)
 */
public record Window(TimeRange range, Duration interval, boolean fresh) {}
