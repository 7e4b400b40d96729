// SPDX-License-Identifier: Apache-2.0
package io.dromedary.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The JVM's own numbers, registered when somebody asks for the first time: Grafana waits for a start. Thread-safe. */
public final class JvmMeters implements AutoCloseable {

    private final MeterRegistry registry;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final AtomicBoolean bound = new AtomicBoolean();

    public JvmMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Registers them, once. */
    public void bind() {
        if (bound.compareAndSet(false, true)) {
            collections.bindTo(registry);
            for (var binder : List.of(
                    new JvmMemoryMetrics(),
                    new JvmThreadMetrics(),
                    new ClassLoaderMetrics(),
                    new ProcessorMetrics(),
                    new UptimeMetrics())) {
                binder.bindTo(registry);
            }
        }
    }

    @Override
    public void close() {
        collections.close();
    }
}
