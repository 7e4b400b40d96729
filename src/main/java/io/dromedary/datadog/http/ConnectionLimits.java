// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.time.Duration;

/**
 * How connections to Datadog are made and kept.
 *
 * @param connectTimeout longest wait for a connection, TLS included
 * @param maxConnections most connections at a time, to all hosts together
 * @param maxConnectionsPerHost most connections at a time to one host
 * @param idleTimeout a connection unused for this long is closed
 * @param timeToLive a connection older than this is not used again, so that changes of DNS are noticed
 */
public record ConnectionLimits(
        Duration connectTimeout,
        int maxConnections,
        int maxConnectionsPerHost,
        Duration idleTimeout,
        Duration timeToLive) {}
