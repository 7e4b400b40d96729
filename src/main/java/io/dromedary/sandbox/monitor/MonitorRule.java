// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.monitor;

/**
 * What a metric monitor is for.
 *
 * @param classification as in {@link Monitor}
 * @param service whose team it calls
 * @param priority 1 to 5, 1 the highest
 */
record MonitorRule(
        long id, String name, String classification, String service, int priority, Reach reach, Condition condition) {}
