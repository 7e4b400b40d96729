// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

/** Thrown where an answer is larger than is taken. The answers to parts of what was asked may well fit. */
public final class TooLargeException extends FailedException {

    private static final long serialVersionUID = 1L;

    public TooLargeException(Failure failure) {
        super(failure);
    }
}
