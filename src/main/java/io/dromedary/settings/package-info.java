// SPDX-License-Identifier: Apache-2.0
/**
 * Where settings come from beyond what Camel injects: names that users choose, placeholders and vaults, sizes. Knows
 * nothing else of ours.
 */
@NullMarked
package io.dromedary.settings;

import org.jspecify.annotations.NullMarked;
