// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

/** A statement that cannot be run. The message says what is wrong with it. */
public final class RefusedSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    RefusedSqlException(String text) {
        super(text);
        this.text = text;
    }

    public String text() {
        return text;
    }
}
