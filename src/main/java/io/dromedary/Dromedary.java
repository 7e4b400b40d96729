// SPDX-License-Identifier: Apache-2.0
package io.dromedary;

/** Starts Dromedary. */
public final class Dromedary {

    private Dromedary() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
