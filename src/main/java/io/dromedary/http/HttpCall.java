// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.dromedary.call.Cancellation;
import io.dromedary.tracing.Span;

/**
 * One request on its way.
 *
 * @param id as the log, the answer and its problems name it
 * @param cancellation comes when the caller is gone or the time is up
 * @param span of the answer, {@link Span#NONE} for a call of no trace
 */
public record HttpCall(String id, Cancellation cancellation, Span span) {}
