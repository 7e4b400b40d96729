// SPDX-License-Identifier: Apache-2.0
package io.dromedary.metricql.syntax;

import io.dromedary.metricql.Problem;
import io.dromedary.metricql.Span;

/**
 * A piece of the text that means something. Spaces and comments are no tokens.
 *
 * @param text as written
 * @param from offset of its first character; at the end of the text the end of the last token
 * @param to offset after its last character
 */
public record Token(TokenKind kind, String text, int from, int to) {

    private static final int LONGEST_SHOWN = 40;

    public Span span() {
        return new Span(from, to);
    }

    /** Returns how a message names it. */
    String shown() {
        return kind == TokenKind.END ? kind.shown() : Problem.shortened(text, LONGEST_SHOWN);
    }
}
