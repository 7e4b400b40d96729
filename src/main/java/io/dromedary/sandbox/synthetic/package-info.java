// SPDX-License-Identifier: Apache-2.0
/** Probes that visit the shop from outside, and what they saw. Knows nothing of the Datadog API. */
@NullMarked
package io.dromedary.sandbox.synthetic;

import org.jspecify.annotations.NullMarked;
