// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.inventory;

import io.dromedary.sandbox.world.Host;

/**
 * A process on a host.
 *
 * @param id 40 hex digits
 * @param startedMs epoch milliseconds
 */
public record HostProcess(
        String id, Host host, int pid, int parent, String user, String command, String commandLine, long startedMs) {}
