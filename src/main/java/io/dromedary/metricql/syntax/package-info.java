// SPDX-License-Identifier: Apache-2.0
/**
 * Text to tree and back. Lexer and parser never throw and never give up: what is missing becomes a missing node and a
 * problem with its place.
 */
@NullMarked
package io.dromedary.metricql.syntax;

import org.jspecify.annotations.NullMarked;
