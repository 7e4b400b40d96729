// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

/**
 * A key that cannot be printed by accident.
 *
 * @param reveal the key itself: for the one place that sends it
 */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "Secret[" + reveal.length() + " characters]";
    }
}
