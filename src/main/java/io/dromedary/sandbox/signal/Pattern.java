// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/**
 * How a quantity lives, in shares of its average.
 *
 * @param swing how far it follows the customers' rhythm: 0 not at all, 1 wholly
 * @param noise the largest wobble; with {@code swing} 1 at most 0.3, else it could fall under zero at night
 * @param gain what an incident adds at full strength: 2 means three times the usual, -0.3 a third less
 * @param reach whose incidents count
 */
public record Pattern(double swing, double noise, double gain, Reach reach) {

    /** Whose incidents a quantity shows. */
    public enum Reach {
        /** Only those of the service itself. */
        OWN,
        /** Those of the services it calls too, weaker with each step. */
        CALLED
    }

    /** Follows the customers, whatever happens. */
    public static Pattern steady(double swing, double noise) {
        return new Pattern(swing, noise, 0, Reach.OWN);
    }

    /** Shows the incidents of its own service. */
    public Pattern shaken(double byGain) {
        return new Pattern(swing, noise, byGain, Reach.OWN);
    }

    /** Shows the incidents of its own service and of those it calls. */
    public Pattern infected(double byGain) {
        return new Pattern(swing, noise, byGain, Reach.CALLED);
    }
}
