// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded Datadog: a small shop whose telemetry is made up from the clock. Answers as Datadog does, without
 * network or keys.
 */
@NullMarked
package io.dromedary.sandbox;

import org.jspecify.annotations.NullMarked;
