// SPDX-License-Identifier: Apache-2.0
/**
 * What happens in the shop, told event by event: visits and the traces they leave, logs, builds, alerts. Each slot of
 * time is told from its number alone, so any window is as cheap as it is long. Knows the world, but no search.
 */
@NullMarked
package io.dromedary.sandbox.story;

import org.jspecify.annotations.NullMarked;
