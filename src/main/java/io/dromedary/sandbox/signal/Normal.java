// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

/** The standard normal distribution. */
final class Normal {

    private static final double LOWEST = 1e-4;

    private Normal() {}

    /**
     * The share of the distribution that lies under a value, to three decimals: the inverse of {@link #quantile}.
     *
     * <p>Formula 26.2.16 of the same book.
     */
    static double share(double value) {
        double t = 1 / (1 + 0.33267 * Math.abs(value));
        double density = Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
        double tail = density * t * (0.4361836 + t * (-0.1201676 + t * 0.9372980));
        return value < 0 ? tail : 1 - tail;
    }

    /**
     * The value under which a share of the distribution lies, to three decimals, within four sigmas.
     *
     * <p>Formula 26.2.23 of Abramowitz and Stegun, Handbook of Mathematical Functions (1964).
     */
    static double quantile(double share) {
        double clipped = Math.min(1 - LOWEST, Math.max(LOWEST, share));
        double tail = Math.min(clipped, 1 - clipped);
        double t = Math.sqrt(-2 * Math.log(tail));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        double value = t - above / below;
        return clipped < 0.5 ? -value : value;
    }
}
