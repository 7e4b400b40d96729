// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import org.jspecify.annotations.Nullable;

/**
 * The work that this thread does just now, for the log. Not what decides where work belongs: that goes along with it,
 * from step to step.
 */
public final class CurrentSpan {

    private static final ThreadLocal<@Nullable Span> CURRENT = new ThreadLocal<>();

    private CurrentSpan() {}

    /** Ends what {@link #enter} began, on the same thread. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** Returns where this thread's work is in a trace, null outside of any. */
    public static @Nullable TraceContext context() {
        var span = CURRENT.get();
        return span == null ? null : span.context();
    }

    /** Lets this thread work for {@code span} until the scope is closed. */
    public static Scope enter(Span span) {
        var before = CURRENT.get();
        if (before == null && span == Span.NONE) {
            return () -> {};
        }
        set(span);
        return () -> set(before);
    }

    /** Lets this thread work for {@code span} until it is told otherwise. */
    public static void begin(Span span) {
        if (span != Span.NONE || CURRENT.get() != null) {
            set(span);
        }
    }

    /** Lets this thread work for nothing any more. */
    public static void clear() {
        if (CURRENT.get() != null) {
            CURRENT.remove();
        }
    }

    /** Returns the task, which works for what this thread works for, wherever it runs. */
    public static Runnable carry(Runnable task) {
        var span = CURRENT.get();
        if (span == null) {
            return task;
        }
        return () -> {
            try (var scope = enter(span)) {
                task.run();
            }
        };
    }

    private static void set(@Nullable Span span) {
        if (span == null || span == Span.NONE) {
            CURRENT.remove();
        } else {
            CURRENT.set(span);
        }
    }
}
