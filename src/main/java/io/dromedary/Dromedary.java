// SPDX-License-Identifier: Apache-2.0
package io.dromedary;

import io.dromedary.config.Bundle;
import io.dromedary.plugin.PluginProcess;

/**
 * Starts Dromedary: without an argument for pipelines, over HTTP; with {@code plugin} as Grafana's child; with
 * {@code standalone} for a Grafana that is told where to find it, for debugging.
 */
public final class Dromedary {

    private Dromedary() {}

    public static void main(String[] args) throws Exception {
        var bundle = new Bundle(System.getProperty("dromedary.home", "."), System.getenv());
        switch (args.length == 0 ? "serve" : args[0]) {
            case "serve" -> bundle.serve();
            case "plugin" -> bundle.plugin(PluginProcess.prepare(System.getenv()));
            case "standalone" -> bundle.plugin(PluginProcess.standalone(System.getenv()));
            default -> {
                System.err.println("Usage: dromedary [serve | plugin | standalone]");
                System.exit(2);
            }
        }
    }
}
