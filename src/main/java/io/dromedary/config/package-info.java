// SPDX-License-Identifier: Apache-2.0
/**
 * What is bound to the registry: beans, caches, the HTTP client; and what stands between Camel and these beans:
 * processors and policies of routes, health checks, where settings come from. Knows everything, and nothing of how a
 * query is translated or a call is judged.
 */
@NullMarked
package io.dromedary.config;

import org.jspecify.annotations.NullMarked;
