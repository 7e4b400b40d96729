// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Presence;

/** Adds up what a source did while it existed. Confined to one call. */
final class Pieces implements Presence.Visitor {

    /** What one piece adds. */
    interface Part {
        double of(long fromMs, long toMs);
    }

    private final Part part;
    private double total;
    private long coveredMs;

    private Pieces(Part part) {
        this.part = part;
    }

    static Pieces of(Presence presence, long fromMs, long toMs, Part part) {
        var pieces = new Pieces(part);
        presence.pieces(fromMs, toMs, pieces);
        return pieces;
    }

    @Override
    public void piece(long fromMs, long toMs) {
        total += part.of(fromMs, toMs);
        coveredMs += toMs - fromMs;
    }

    double total() {
        return total;
    }

    /** How long it existed, in seconds; 0 means that there is nothing to report. */
    double seconds() {
        return coveredMs / 1000.0;
    }
}
