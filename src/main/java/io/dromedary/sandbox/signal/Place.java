// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.signal;

import io.dromedary.sandbox.world.Region;
import io.dromedary.sandbox.world.World;

/**
 * Where a quantity is measured: decides whose day it follows and whose incidents it shows.
 *
 * @param service name of a service of the shop
 * @param production whether incidents reach it at all
 */
public record Place(World world, String service, Region region, boolean production) {}
