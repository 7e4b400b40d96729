// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data source in use: its settings, and an identity that is new whenever the settings are. Caches and shared calls
 * are keyed by {@link #id()}, so nothing of other keys or of another site is ever served. Thread-safe.
 */
public final class Instance {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private static final AtomicLong COUNTER = new AtomicLong();

    private final InstanceKey key;
    private final String name;
    private final Settings settings;
    private final long id = COUNTER.incrementAndGet();

    private final Object lock = new Object();
    private List<Runnable> disposals = new ArrayList<>();
    private boolean disposed;

    /** @param name what the user calls the data source; for logs and metrics */
    public Instance(InstanceKey key, String name, Settings settings) {
        this.key = key;
        this.name = name;
        this.settings = settings;
    }

    public InstanceKey key() {
        return key;
    }

    public String name() {
        return name;
    }

    public Settings settings() {
        return settings;
    }

    /** Returns a number that no other instance of this process has or had. */
    public long id() {
        return id;
    }

    /**
     * Runs {@code disposal} once, when nothing uses the instance any more and nothing will: to drop what was made for
     * it. Runs at once if that was before. Must be quick and must not block.
     */
    public void onDispose(Runnable disposal) {
        synchronized (lock) {
            if (!disposed) {
                disposals.add(disposal);
                return;
            }
        }
        run(disposal);
    }

    /** Lets go of everything that was made for the instance; further calls do nothing. */
    void dispose() {
        List<Runnable> toRun;
        synchronized (lock) {
            disposed = true;
            toRun = disposals;
            disposals = new ArrayList<>();
        }
        toRun.forEach(this::run);
    }

    /** One failed disposal must not keep the others from happening. */
    private void run(Runnable disposal) {
        try {
            disposal.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} could not be disposed completely: {}",
                    this,
                    e.getClass().getName());
        }
    }

    @Override
    public String toString() {
        return "Instance[" + name + " #" + id + "]";
    }
}
