// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

/**
 * A request that has found its endpoint.
 *
 * @param name what stands in the path where the endpoint's says {@code *}, decoded; else empty
 * @param nowMs epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // calls are passed on, never compared
public record Call(String name, Parameters parameters, byte[] body, long nowMs) {}
