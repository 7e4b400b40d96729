// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql;

/**
 * A piece of a text.
 *
 * @param from first UTF-16 code unit
 * @param to first code unit after it; equal to {@code from} for a place between two characters
 */
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a span: " + from + " to " + to);
        }
    }

    /** Returns the smallest span that holds both. */
    public Span join(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }
}
