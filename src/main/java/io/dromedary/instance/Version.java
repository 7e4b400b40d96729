// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

/**
 * Which state of a data source's settings.
 *
 * @param updated when they were saved, epoch milliseconds
 * @param fingerprint of their content
 */
record Version(long updated, String fingerprint) {

    /** Returns whether this was saved before the other. */
    boolean isOlderThan(Version other) {
        return updated < other.updated;
    }
}
