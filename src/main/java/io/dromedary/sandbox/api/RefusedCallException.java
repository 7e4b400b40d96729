// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

/** A request that Datadog would answer with an error. The message is in the manner of Datadog's. */
public final class RefusedCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedCallException(int status, String message) {
        super(message);
        this.status = status;
    }

    static RefusedCallException badRequest(String message) {
        return new RefusedCallException(400, message);
    }

    /** What Datadog says when a JSON body is not as it should be: recording, timeseries with a wrong type. */
    static RefusedCallException badInput(String message) {
        return badRequest("API input validation failed: " + message);
    }

    static RefusedCallException notFound(String message) {
        return new RefusedCallException(404, message);
    }

    public int status() {
        return status;
    }
}
