// SPDX-License-Identifier: Apache-2.0
/**
 * Being a child process of Grafana: handshake, cookie, log lines, controller, end with the parent. Knows nothing of
 * Datadog or queries.
 */
@NullMarked
package io.dromedary.plugin;

import org.jspecify.annotations.NullMarked;
