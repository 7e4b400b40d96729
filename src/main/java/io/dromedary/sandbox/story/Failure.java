// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

/**
 * Why a step failed.
 *
 * @param kind class of the error
 * @param message what it says
 * @param status HTTP status of an answer that fails this way
 * @param caught whether it came from a call of the step
 */
public record Failure(String kind, String message, int status, boolean caught) {

    /** A failure of the step itself, as its service fails. */
    static Failure of(Step step, double luck) {
        return switch (step.service()) {
            case "postgres" ->
                luck < 0.7
                        ? own("org.postgresql.util.PSQLException", "canceling statement due to statement timeout", 500)
                        : own("org.postgresql.util.PSQLException", "sorry, too many clients already", 503);
            case "redis" ->
                luck < 0.6
                        ? own("RedisCommandTimeoutException", "Command timed out after 500 millisecond(s)", 500)
                        : own("RedisConnectionException", "Unable to connect to redis:6379", 503);
            case "kafka" ->
                own(
                        "org.apache.kafka.common.errors.TimeoutException",
                        "Expiring 1 record(s) for orders-0: 120 ms has passed since batch creation",
                        500);
            case "payment" ->
                luck < 0.6
                        ? own("java.net.SocketTimeoutException", "payment provider alpha: read timed out", 503)
                        : own("shop.payment.ProviderException", "payment provider beta answered 502", 500);
            case "search" -> own("shop.search.IndexException", "shard 3 of index products is not available", 503);
            default ->
                luck < 0.5
                        ? own("java.lang.OutOfMemoryError", "Java heap space", 500)
                        : own("java.util.concurrent.RejectedExecutionException", "worker queue is full", 503);
        };
    }

    /** What a caller makes of it. */
    Failure caughtBy(Step step, Step call) {
        return new Failure(
                "shop." + step.service() + ".UpstreamException", call.service() + " failed: " + message, status, true);
    }

    private static Failure own(String kind, String message, int status) {
        return new Failure(kind, message, status, false);
    }
}
