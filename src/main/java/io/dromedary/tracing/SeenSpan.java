// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

import org.jspecify.annotations.Nullable;

/** Work that is told to nobody; its place in the caller's trace is known where the caller sent it. */
record SeenSpan(@Nullable TraceContext context) implements Span {

    @Override
    public boolean isRecorded() {
        return false;
    }

    @Override
    public Span child(String name) {
        return this;
    }

    @Override
    public Span client(String name) {
        return this;
    }

    @Override
    public void rename(String name) {}

    @Override
    public void set(String key, String value) {}

    @Override
    public void set(String key, long value) {}

    @Override
    public void event(String name) {}

    @Override
    public void fail(String type) {}

    @Override
    public void end() {}
}
