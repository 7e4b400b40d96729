// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

/** Carries a {@link Failure} up to the door that answers. Its message is the failure's text, free of secrets. */
public class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailedException(Failure failure) {
        super(failure.text());
        this.failure = failure;
    }

    public FailedException(Failure failure, Throwable cause) {
        super(failure.text(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
