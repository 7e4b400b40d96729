// SPDX-License-Identifier: Apache-2.0
/** Datadog's metric query language: lexer, parser, syntax tree, printer, completion. Knows nothing else of ours. */
@NullMarked
package io.dromedary.metricql;

import org.jspecify.annotations.NullMarked;
