// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data sources in use. Each is made once, replaced when it was saved again or anything in its settings changed, and
 * disposed after its running calls: when it was replaced, was long unused, or too many others came. Thread-safe.
 *
 * <p>A call with settings saved earlier than the current ones (it was under way while somebody saved) is answered with
 * its own settings, by an instance that lives for this call only; the current one stays.
 */
public final class Instances implements AutoCloseable {

    private final SettingsReader reader = new SettingsReader();
    private final SettingsFingerprint fingerprint = new SettingsFingerprint();
    private final List<Consumer<Instance>> disposals = new CopyOnWriteArrayList<>();
    private final Cache<InstanceKey, Tenure> current;

    /**
     * @param idle how long an instance is kept unused
     * @param max how many are kept; beyond that those least used go
     * @param ticker the clock that idleness is measured by
     */
    public Instances(Duration idle, long max, Ticker ticker) {
        current = Caffeine.newBuilder()
                .expireAfterAccess(idle)
                .maximumSize(max)
                .ticker(ticker)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener(Instances::retire)
                .build();
    }

    /** Runs {@code disposal} with every instance that is disposed, beside the instance's own disposals. */
    public void onDispose(Consumer<Instance> disposal) {
        disposals.add(disposal);
    }

    /**
     * Returns the instance for these settings, for use until the lease is closed.
     *
     * @param source null for a call that names no data source
     * @throws SettingsException if it cannot be used as configured; nothing is kept then
     */
    public Lease lease(@Nullable SettingsSource source) {
        if (source == null) {
            throw SettingsException.noDataSource();
        }
        var key = source.key();
        var version = new Version(source.updated(), fingerprint.of(source));
        while (true) {
            // a quiet look: late calls must not keep alive what they do not use
            var tenure = current.policy().getIfPresentQuietly(key);
            if (tenure == null || !tenure.version().equals(version)) {
                if (tenure != null && version.isOlderThan(tenure.version())) {
                    return once(source, version);
                }
                renew(key, version, source);
            }
            tenure = current.getIfPresent(key);
            if (tenure != null && tenure.version().equals(version)) {
                var lease = tenure.lease();
                if (lease.isPresent()) {
                    return lease.get();
                }
            }
            // replaced or retired meanwhile: the next turn sees what is current by now
        }
    }

    /** Returns those that are kept ready; looking at them does not count as use. */
    public List<Instance> all() {
        return current.asMap().values().stream().map(Tenure::instance).toList();
    }

    /** Returns how many instances there are, those that only finish their calls not counted. */
    public long size() {
        return current.estimatedSize();
    }

    /** Retires what has been unused for too long; also happens by itself. */
    public void cleanUp() {
        current.cleanUp();
    }

    /** Retires all instances. */
    @Override
    public void close() {
        current.invalidateAll();
        current.cleanUp();
    }

    private void renew(InstanceKey key, Version version, SettingsSource source) {
        try {
            current.asMap().compute(key, (same, old) -> isCurrent(old, version) ? old : make(source, version));
        } catch (SettingsException e) {
            // the settings before these are history, whatever is wrong with these
            current.asMap().computeIfPresent(key, (same, old) -> isCurrent(old, version) ? old : null);
            throw e;
        }
    }

    private static boolean isCurrent(@Nullable Tenure tenure, Version version) {
        return tenure != null && (tenure.version().equals(version) || version.isOlderThan(tenure.version()));
    }

    private Tenure make(SettingsSource source, Version version) {
        var instance = new Instance(source.key(), source.name(), reader.read(source));
        disposals.forEach(disposal -> instance.onDispose(() -> disposal.accept(instance)));
        return new Tenure(instance, version);
    }

    private Lease once(SettingsSource source, Version version) {
        var tenure = make(source, version);
        var lease = tenure.lease().orElseThrow();
        tenure.retire();
        return lease;
    }

    private static void retire(@Nullable InstanceKey key, @Nullable Tenure tenure, RemovalCause cause) {
        if (tenure != null) {
            tenure.retire();
        }
    }
}
