// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work on its way, perhaps to be seen in a trace. What is said of it must be harmless: no key, no text of a
 * query, nothing a stranger wrote. Thread-safe; after its end nothing changes it.
 */
public interface Span {

    /** Work of no trace. */
    Span NONE = new SeenSpan(null);

    /** Returns the place in the trace, null outside of any. */
    @Nullable
    TraceContext context();

    /** Returns whether anybody will see what is said of it. */
    boolean isRecorded();

    /** Begins a part of this work. */
    Span child(String name);

    /** Begins a call of this work to somebody else. */
    Span client(String name);

    /** Gives it another name. */
    void rename(String name);

    /** Says something of it; {@code key} is a name of OpenTelemetry's, or begins with {@code dromedary.}. */
    void set(String key, String value);

    /** Says a number of it. */
    void set(String key, long value);

    /** Notes that something happened now. */
    void event(String name);

    /**
     * Says that the work failed.
     *
     * @param type one of few: a status, who is to blame
     */
    void fail(String type);

    void end();
}
