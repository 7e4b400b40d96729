// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/**
 * The shop and its fate, fixed by a seed. Immutable.
 *
 * @param rhythm what customers do to it
 */
public record World(long seed, Shop shop, Rhythm rhythm, Incidents incidents, Deployments deployments) {

    public static World of(long seed) {
        var shop = new Shop();
        return new World(seed, shop, new Rhythm(), new Incidents(seed, shop.services()), new Deployments(seed));
    }
}
