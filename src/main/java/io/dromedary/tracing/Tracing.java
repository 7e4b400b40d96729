// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Begins traces, or goes on with those of callers. Thread-safe. */
public interface Tracing extends AutoCloseable {

    /** Records nothing, so that nothing is sent; what callers say of their traces still gets into the log. */
    static Tracing off(List<Propagation> ways) {
        return new UnrecordedTracing(ways);
    }

    /** Returns whether anything is recorded. */
    boolean isOn();

    /**
     * Begins the answer to a call that came in.
     *
     * @param name one of few
     * @param headers returns a header of the call, asked for in lower case, or null
     */
    Span server(String name, UnaryOperator<@Nullable String> headers);

    /**
     * Begins a call to somebody else.
     *
     * @param parent {@link Span#NONE} for work that nobody called for: it begins a trace
     */
    Span client(Span parent, String name);

    /** Sends what is left, in a short time or not at all. */
    @Override
    void close();
}
