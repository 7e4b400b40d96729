// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

/** A search that cannot be understood. The message says what is wrong and where. */
public final class RefusedSearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    RefusedSearchException(String message, int position) {
        super(message);
        this.text = message + " at position " + position;
    }

    /** Returns what is wrong. */
    public String text() {
        return text;
    }
}
