// SPDX-License-Identifier: Apache-2.0
/**
 * Whether a data source works right now, checked permission by permission; and what is known of all that is watched.
 */
@NullMarked
package io.dromedary.health;

import org.jspecify.annotations.NullMarked;
