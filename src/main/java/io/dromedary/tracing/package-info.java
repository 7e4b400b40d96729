// SPDX-License-Identifier: Apache-2.0
/**
 * Where a call's work is in a trace: spans, the context that callers send, the ids in the log, and the settings. Knows
 * nothing of Camel, of queries or of OpenTelemetry, whose classes are needed only where traces are sent:
 * {@code tracing.otlp}.
 */
@NullMarked
package io.dromedary.tracing;

import org.jspecify.annotations.NullMarked;
