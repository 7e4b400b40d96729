// SPDX-License-Identifier: Apache-2.0
package io.dromedary.call;

/**
 * Why something asked for was not delivered.
 *
 * @param status HTTP status that describes it, 400 to 599
 * @param source who is to blame
 * @param text what the user reads as it stands: says what to do, holds no key, header or URL query, ends without a full
 *     stop
 */
public record Failure(int status, Source source, String text) {

    private static final int CANCELLED = 499;

    public Failure {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not an error status: " + status);
        }
    }

    /** Returns a failure for something asked in a way that cannot be answered: status 400, blamed on this side. */
    public static Failure badRequest(String text) {
        return new Failure(400, Source.PLUGIN, text);
    }

    /** Returns a failure for something that is not there: status 404, blamed on this side. */
    public static Failure notFound(String text) {
        return new Failure(404, Source.PLUGIN, text);
    }

    /** Returns the failure of what nobody waits for any more; only logs show it. 499 is what proxies call it. */
    public static Failure cancelled() {
        return new Failure(CANCELLED, Source.DOWNSTREAM, "Cancelled: nobody waits for the answer any more");
    }

    /** Returns whether nobody waited any more, which says nothing of what was asked for. */
    public boolean isCancelled() {
        return status == CANCELLED;
    }

    /**
     * Returns a failure for a defect of Dromedary's own: status 500. The text must not come from an unknown exception.
     */
    public static Failure bug(String text) {
        return new Failure(500, Source.PLUGIN, text);
    }

    /**
     * Returns the failure that an exception carries, itself or as a cause; Camel and executors wrap what they pass on.
     *
     * @return a {@link #bug} that keeps the exception's text back if it carries none
     */
    public static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedException known) {
                return known.failure();
            }
        }
        return bug("Dromedary failed; its log tells why. Please report it");
    }
}
