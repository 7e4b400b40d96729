// SPDX-License-Identifier: Apache-2.0
/**
 * Datadog's metric query language, understood instead of forwarded. Knows nothing else of ours.
 *
 * <p>The way of a text: {@code syntax.Parser} makes a {@code tree}, however unfinished the text is, and says what is
 * wrong; {@code check.Checker} adds what only the vocabulary in {@code language} can tell; {@code change} adds filters,
 * rollups and values of variables; {@code split} makes Datadog's v2 queries and formula of it; {@code syntax.Printer}
 * writes any tree back. {@code complete} says what may stand at a cursor, {@code builder} holds a query as a form.
 *
 * <p>Offsets are UTF-16 code units from the start of the text, half-open, as editors count them. Nothing here keeps
 * state between calls; all results are immutable.
 */
@NullMarked
package io.dromedary.metricql;

import org.jspecify.annotations.NullMarked;
