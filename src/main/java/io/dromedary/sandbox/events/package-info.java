// SPDX-License-Identifier: Apache-2.0
/** The event-like products: which there are, pages of their events, and numbers made of them. Knows no HTTP. */
@NullMarked
package io.dromedary.sandbox.events;

import org.jspecify.annotations.NullMarked;
