// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.issue;

/**
 * How often an issue happened in a window.
 *
 * @param firstSeenMs epoch milliseconds, in the last three months, as is {@code lastSeenMs}
 */
public record Occurrences(Issue issue, long count, long firstSeenMs, long lastSeenMs) {}
