// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

/** What a call does that a rate limit of Datadog does not allow just now. */
public enum WhenLimited {
    /** It waits for the limit's reset once, where that is near enough. */
    WAIT,
    /** It fails at once, so that nobody waits and nothing is asked twice. */
    FAIL
}
