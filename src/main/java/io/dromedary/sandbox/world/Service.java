// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

import java.util.List;

/**
 * A part of the shop.
 *
 * @param name the {@code service} tag
 * @param team who is called at night, the {@code team} tag
 * @param calls names of the services it needs, so it suffers when they do
 * @param resources what it answers, as the {@code resource_name} tag; empty for stores, which are not traced
 */
public record Service(String name, String team, List<String> calls, List<String> resources) {

    public Service {
        calls = List.copyOf(calls);
        resources = List.copyOf(resources);
    }

    /** Whether it is our own code: traced, deployed, running on a JVM. */
    public boolean isApplication() {
        return !resources.isEmpty();
    }
}
