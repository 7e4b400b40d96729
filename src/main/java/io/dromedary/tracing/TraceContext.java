// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

/**
 * A place in a trace.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 lower-case hexadecimal digits
 * @param sampled whether whoever began the trace keeps it
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {}
