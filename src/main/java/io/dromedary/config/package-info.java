// SPDX-License-Identifier: Apache-2.0
/**
 * What is bound to the registry: beans, caches, the HTTP client; what metrics read from them; and how all of it is put
 * together and started. Knows everything and decides nothing: what a bean does is in the room it comes from, what a
 * step of a route does in {@code step}, what looks after routes in {@code route}, where settings come from in
 * {@code settings}.
 */
@NullMarked
package io.dromedary.config;

import org.jspecify.annotations.NullMarked;
