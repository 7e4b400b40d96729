// SPDX-License-Identifier: Apache-2.0
/**
 * The search syntax of Datadog's event-like products: parser, variables, filters, what may stand at a cursor. Knows
 * nothing but the general parts of the metric language: problems, filters, variables.
 */
@NullMarked
package io.dromedary.search;

import org.jspecify.annotations.NullMarked;
