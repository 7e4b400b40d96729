// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP server in front of the routes: what it lets in, how much at a time, for how long, and how it says no. Knows
 * Vert.x, and neither Camel nor queries.
 */
@NullMarked
package io.dromedary.http;

import org.jspecify.annotations.NullMarked;
