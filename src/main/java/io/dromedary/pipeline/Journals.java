// SPDX-License-Identifier: Apache-2.0
package io.dromedary.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The journals in use, by their files. Thread-safe. */
public final class Journals implements AutoCloseable {

    private final Map<String, DeliveryJournal> open = new ConcurrentHashMap<>();

    /** Returns the journal in that file, opened when it is first asked for. */
    public DeliveryJournal at(String file) {
        return open.computeIfAbsent(file, name -> DeliveryJournal.open(Path.of(name)));
    }

    @Override
    public void close() {
        open.values().forEach(journal -> {
            try {
                journal.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        open.clear();
    }
}
