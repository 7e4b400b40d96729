// SPDX-License-Identifier: Apache-2.0
/** The search syntax of event-like products, and what it finds. Knows events, but neither products nor HTTP. */
@NullMarked
package io.dromedary.sandbox.search;

import org.jspecify.annotations.NullMarked;
