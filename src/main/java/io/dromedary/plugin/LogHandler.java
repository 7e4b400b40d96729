// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes every record with a single write, one at a time, in UTF-8 whatever the environment says. */
final class LogHandler extends Handler {

    private final Object lock = new Object();
    private final OutputStream out;

    LogHandler(OutputStream out, Formatter formatter) {
        this.out = out;
        setFormatter(formatter);
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
            synchronized (lock) {
                out.write(line);
                out.flush();
            }
        } catch (IOException | RuntimeException e) {
            reportError("A log line was lost", e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
