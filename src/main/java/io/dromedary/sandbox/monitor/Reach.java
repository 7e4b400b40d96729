// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.Shop;

/** Which incidents change what a monitor watches. At all other times it is calm. */
enum Reach {
    /** Those of its service and of the services it needs. */
    SUFFERING,
    /** Those of its service only. */
    OWN,
    /** None: it is always calm. */
    NONE,
    /** Nobody can tell: it changes without incidents, too. */
    UNKNOWN;

    boolean isReached(Shop shop, String service, Incident incident) {
        return switch (this) {
            case SUFFERING -> shop.suffering(service, incident.service()) > 0;
            case OWN -> incident.service().equals(service);
            case UNKNOWN -> true;
            case NONE -> false;
        };
    }
}
