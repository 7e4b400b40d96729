// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.eval;

/** A query that cannot be run. The message is in the manner of Datadog's. */
public final class RefusedQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    public RefusedQueryException(String message) {
        super(message);
        this.text = message;
    }

    /** Returns what is wrong. */
    public String text() {
        return text;
    }
}
