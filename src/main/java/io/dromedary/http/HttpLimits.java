// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import java.time.Duration;

/**
 * How much callers may take.
 *
 * @param connections open at a time; more are closed unanswered
 * @param calls answered or waiting at a time; more get 503
 * @param threads calls answered at a time; more wait
 * @param headerBytes longest head of a request, and longest first line
 * @param bodyBytes longest body of a request
 * @param readTimeout longest time a caller may take to send a request, or to begin the next one on an open connection
 * @param callTimeout longest time an answer may take
 */
public record HttpLimits(
        int connections,
        int calls,
        int threads,
        int headerBytes,
        long bodyBytes,
        Duration readTimeout,
        Duration callTimeout) {

    /** Returns what the sender of too large a body reads. */
    String tooLarge() {
        return "The body is larger than " + bodyBytes + " bytes; send less";
    }
}
