// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/** Ctrl-C in a terminal reaches Grafana and its children at once; only Grafana decides when the children end. */
final class Interrupts {

    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);

    private Interrupts() {}

    static void ignore() {
        try {
            Signal.handle(new Signal("INT"), signal -> LOG.debug("Ignored an interrupt; Grafana ends this process"));
        } catch (IllegalArgumentException e) {
            // the JVM was told to leave signals alone (-Xrs)
            LOG.debug("Cannot ignore interrupts", e);
        }
    }
}
