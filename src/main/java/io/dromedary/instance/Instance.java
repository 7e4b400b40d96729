// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A data source in use: its settings, and an identity that is new whenever the settings are. Caches and shared calls
 * are keyed by {@link #id()}, so nothing of other keys or of another site is ever served.
 */
public final class Instance {

    private static final AtomicLong COUNTER = new AtomicLong();

    private final InstanceKey key;
    private final String name;
    private final Settings settings;
    private final long id = COUNTER.incrementAndGet();

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

    @Override
    public String toString() {
        return "Instance[" + name + " #" + id + "]";
    }
}
