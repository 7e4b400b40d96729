// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.world;

/**
 * A version of an application in one environment, and how long it lived.
 *
 * @param fromMs epoch milliseconds, when it replaced the one before
 * @param toMs epoch milliseconds, when the next one replaces it
 */
public record Deployment(String service, String env, String version, long fromMs, long toMs) {}
