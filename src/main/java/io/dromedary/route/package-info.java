// SPDX-License-Identifier: Apache-2.0
/**
 * Routes as a whole: which are ours, how those of users are added, who stands before them, which cannot start, whether
 * doors are open, and what Camel's health tells of all that. Knows nothing of what goes through a route.
 */
@NullMarked
package io.dromedary.route;

import org.jspecify.annotations.NullMarked;
