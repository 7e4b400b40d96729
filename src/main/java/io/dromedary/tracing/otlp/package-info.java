// SPDX-License-Identifier: Apache-2.0
/**
 * Sends traces by the OpenTelemetry protocol, with OpenTelemetry's own SDK. Nothing of it is loaded where traces are
 * not sent: only {@link io.dromedary.tracing.otlp.OtlpTracing#start} may be reached from outside, and only then.
 */
@NullMarked
package io.dromedary.tracing.otlp;

import org.jspecify.annotations.NullMarked;
