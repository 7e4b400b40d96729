// SPDX-License-Identifier: Apache-2.0
/** Errors of the shop that happen again and again, and how often. Knows nothing of the Datadog API. */
@NullMarked
package io.dromedary.sandbox.issue;

import org.jspecify.annotations.NullMarked;
