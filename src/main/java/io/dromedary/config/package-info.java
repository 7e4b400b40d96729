// SPDX-License-Identifier: Apache-2.0
/**
 * What is bound to the registry: beans, caches, the HTTP client, and how they are put together and started. Knows
 * everything and does nothing itself: what a bean does is in the room it comes from, what a step of a route does in
 * {@code step}, what looks after routes in {@code route}, where settings come from in {@code settings}.
 */
@NullMarked
package io.dromedary.config;

import org.jspecify.annotations.NullMarked;
