// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.story;

import io.dromedary.sandbox.world.Host;

/**
 * A process of a service.
 *
 * @param version empty where nothing of ours runs
 * @param logs what its logs come from
 * @param spans what its own spans come from
 */
public record Instance(Host host, String version, Event.Origin logs, Event.Origin spans) {}
