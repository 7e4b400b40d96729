// SPDX-License-Identifier: Apache-2.0
package io.dromedary.health;

import io.dromedary.datadog.Breakers;
import io.dromedary.instance.Instance;
import java.util.List;
import java.util.Map;

/** Whether calls of each configured instance are made, or fail at once because Datadog could not be reached. */
public final class BreakerHealth implements CheckSource {

    private static final String GROUP = "instance";

    private final InstanceHealth instances;
    private final Breakers breakers;

    public BreakerHealth(InstanceHealth instances, Breakers breakers) {
        this.instances = instances;
        this.breakers = breakers;
    }

    @Override
    public List<Check> checks() {
        return instances.each(this::check);
    }

    private Check check(String name, Instance instance) {
        var id = GROUP + "-" + name + "-breaker";
        return breakers.of(instance)
                .map(opening -> Check.of(
                        id,
                        GROUP,
                        false,
                        opening.text(),
                        Map.of(
                                "since", opening.since().toString(),
                                "until", opening.until().toString())))
                .orElseGet(() -> Check.of(id, GROUP, true, "Calls to Datadog are made", Map.of()));
    }
}
