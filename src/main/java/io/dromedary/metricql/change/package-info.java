// SPDX-License-Identifier: Apache-2.0
/** Changes to a tree: filters added, rollups added, variables replaced. Each returns a new tree. */
@NullMarked
package io.dromedary.metricql.change;

import org.jspecify.annotations.NullMarked;
