// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.util.List;

/** A request that Datadog would answer with an error. The message is in the manner of Datadog's. */
public final class RefusedCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String contentType;
    private final transient Json.Text body;

    private RefusedCallException(int status, String message, String contentType, Json.Text body) {
        super(message);
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    private RefusedCallException(int status, String message, Json.Text body) {
        this(status, message, Endpoint.JSON, body);
    }

    /** The most common shape: a list of texts. */
    public static RefusedCallException of(int status, String message) {
        return new RefusedCallException(status, message, Tree.text(Tree.object("errors", List.of(message))));
    }

    public static RefusedCallException badRequest(String message) {
        return of(400, message);
    }

    /** What Datadog says when a JSON body is not as it should be: recording, timeseries with a wrong type. */
    public static RefusedCallException badInput(String message) {
        return badRequest("API input validation failed: " + message);
    }

    public static RefusedCallException notFound(String message) {
        return of(404, message);
    }

    /** The shape of JSON:API, as error tracking and network devices have it in recordings. */
    public static RefusedCallException jsonApi(int status, String title, String detail) {
        var error = Tree.object("status", Integer.toString(status), "title", title, "detail", detail);
        return new RefusedCallException(status, detail, Tree.text(Tree.object("errors", List.of(error))));
    }

    /** The shape of spans: recording, a window that ends before it begins. */
    static RefusedCallException generic(int status, String detail) {
        var error = Tree.object("title", "Generic Error", "detail", detail);
        return new RefusedCallException(
                status, detail, Endpoint.JSON_API, Tree.text(Tree.object("errors", List.of(error))));
    }

    /** Any other shape. */
    public static RefusedCallException shaped(int status, String message, Json.Text body) {
        return new RefusedCallException(status, message, body);
    }

    public int status() {
        return status;
    }

    /** {@code application/json} or JSON:API's. */
    public String contentType() {
        return contentType;
    }

    public Json.Text body() {
        return body;
    }
}
