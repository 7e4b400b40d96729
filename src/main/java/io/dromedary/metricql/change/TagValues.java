// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.change;

import io.dromedary.metricql.RefusedException;

/** Values from outside that are to stand in a scope. The printer quotes what a bare word cannot be. */
final class TagValues {

    /** Datadog cuts a tag at 200 characters, key and value together. */
    private static final int LONGEST = 200;

    private TagValues() {}

    /**
     * Returns the value when a query can hold it.
     *
     * @param owner the key or variable it belongs to, for the message
     */
    static String checked(String owner, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException("the value of " + owner + " has a line break or another control character");
        }
        if (value.length() > LONGEST) {
            throw new RefusedException("the value of " + owner + " is longer than " + LONGEST + " characters");
        }
        return value;
    }
}
