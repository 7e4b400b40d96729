// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** The only line that ever goes to the process's real stdout: it tells Grafana where to call. */
final class Handshake {

    /** Version of what is said through the connection; the other number of the line is go-plugin's own. */
    static final String PROTOCOL_VERSION = "2";

    private static final String CORE_VERSION = "1";

    private final PrintStream stdout;
    private final AtomicBoolean said = new AtomicBoolean();

    Handshake(PrintStream stdout) {
        this.stdout = stdout;
    }

    /**
     * Writes the line, once.
     *
     * @param address {@code host:port}
     * @throws IllegalStateException if nobody reads it: whoever started this process is gone
     */
    void say(String address) {
        if (said.getAndSet(true)) {
            return;
        }
        stdout.print(String.join("|", CORE_VERSION, PROTOCOL_VERSION, "tcp", address, "grpc") + "\n");
        if (stdout.checkError()) {
            throw new IllegalStateException("Nobody reads the handshake line");
        }
    }
}
