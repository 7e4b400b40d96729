// SPDX-License-Identifier: Apache-2.0
/**
 * The syntax tree: plain records without positions, so that equal queries are equal values. Families are sealed; each
 * has a visitor, which the compiler keeps complete.
 */
@NullMarked
package io.dromedary.metricql.tree;

import org.jspecify.annotations.NullMarked;
