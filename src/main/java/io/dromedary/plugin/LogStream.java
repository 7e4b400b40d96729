// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes a log record of every line that a library prints, so that all of stderr is what Grafana can read. */
final class LogStream extends OutputStream {

    private static final int MAX_LINE = 16 << 10;

    private final Logger log;
    private final Level level;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LogStream(Logger log, Level level) {
        this.log = log;
        this.level = level;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' || line.size() >= MAX_LINE) {
                log();
            }
            if (bytes[i] != '\n' && bytes[i] != '\r') {
                line.write(bytes[i]);
            }
        }
    }

    private void log() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (!text.isBlank()) {
            log.log(level, text);
        }
    }
}
