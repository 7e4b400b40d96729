// SPDX-License-Identifier: Apache-2.0
/**
 * Datadog's event-like products as one table: where each is asked, what its events have, which page shows them. Knows
 * nothing else of ours.
 */
@NullMarked
package io.dromedary.product;

import org.jspecify.annotations.NullMarked;
