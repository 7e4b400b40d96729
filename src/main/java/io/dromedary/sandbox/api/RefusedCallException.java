// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

/** A request that Datadog would answer with an error. The message is in the manner of Datadog's. */
public final class RefusedCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String JSON = "application/json";

    private final int status;
    private final String contentType;

    private RefusedCallException(int status, String message, String contentType) {
        super(message);
        this.status = status;
        this.contentType = contentType;
    }

    RefusedCallException(int status, String message) {
        this(status, message, JSON);
    }

    /** The same as Datadog's newer products say it: recording, spans with a window that ends before it begins. */
    RefusedCallException asJsonApi(int otherStatus) {
        return new RefusedCallException(otherStatus, text(), Endpoint.JSON_API);
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

    /** {@code application/json} or JSON:API's. */
    public String contentType() {
        return contentType;
    }

    private String text() {
        return String.valueOf(getMessage());
    }

    /** The reply, in the most common shape of an error or in JSON:API's. */
    public byte[] body() {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("errors");
            if (contentType.equals(JSON)) {
                out.writeString(text());
            } else {
                out.writeStartObject();
                out.writeStringField("title", "Generic Error");
                out.writeStringField("detail", text());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
