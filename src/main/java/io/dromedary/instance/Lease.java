// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.concurrent.atomic.AtomicBoolean;

/** The right to use an instance until it is given back: so long the instance is not disposed. */
public final class Lease implements AutoCloseable {

    private final Instance instance;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(Instance instance, Runnable giveBack) {
        this.instance = instance;
        this.giveBack = giveBack;
    }

    public Instance instance() {
        return instance;
    }

    /** Gives the instance back; further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
