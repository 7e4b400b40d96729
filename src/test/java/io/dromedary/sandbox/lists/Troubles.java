// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.Sandbox;
import io.dromedary.sandbox.world.Incident;
import io.dromedary.sandbox.world.World;
import java.time.Duration;

/** Incidents to look at. */
final class Troubles {

    private Troubles() {}

    /** One of a service, of the last three weeks, which is over. */
    static Incident of(String service) {
        long now = Sandbox.NOW.toEpochMilli();
        return World.of(7)
                .incidents()
                .between(
                        now - Duration.ofDays(20).toMillis(),
                        now - Duration.ofHours(1).toMillis())
                .stream()
                .filter(incident -> incident.service().equals(service))
                .findFirst()
                .orElseThrow();
    }
}
