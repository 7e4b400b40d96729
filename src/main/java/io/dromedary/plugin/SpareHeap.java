// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives memory back once there is nothing to do. The heap that a burst of queries took only shrinks when all of it is
 * collected, and a process that is asked for little does not do that for hours.
 */
final class SpareHeap {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Bytes of heap that may stay: twice what the launcher begins with. */
    static final long KEPT = 64L << 20;

    /** Collections until the collector has let all go: it gives back nothing, a tenth, two fifths, then the rest. */
    static final int STEPS = 4;

    private final LongSupplier heap;
    private final LongSupplier collections;
    private final Runnable collector;
    private long seen;
    private int steps;

    /**
     * @param heap bytes that the heap takes, used or not
     * @param collections how often it was collected so far, in part or whole
     * @param collector collects all of it
     */
    SpareHeap(LongSupplier heap, LongSupplier collections, Runnable collector) {
        this.heap = heap;
        this.collections = collections;
        this.collector = collector;
    }

    /** Starts looking after this process's own heap. */
    static void watch() {
        var spare = new SpareHeap(Runtime.getRuntime()::totalMemory, SpareHeap::collections, System::gc);
        var thread = new Thread(spare::run, "spare-heap");
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes a large heap a step smaller if nothing but this made a collection necessary since the last look. */
    void look() {
        if (heap.getAsLong() <= KEPT) {
            return;
        }
        if (collections.getAsLong() != seen) {
            steps = STEPS;
        } else if (steps > 0) {
            steps--;
            collector.run();
        }
        seen = collections.getAsLong();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
