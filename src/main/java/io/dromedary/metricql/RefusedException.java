// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql;

/**
 * A filter or a variable's value that the language cannot hold. The message is for the user and says what to change.
 */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
