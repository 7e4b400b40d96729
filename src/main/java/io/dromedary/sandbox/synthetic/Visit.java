// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.synthetic;

/**
 * One run of a test.
 *
 * @param atMs epoch milliseconds
 * @param totalMs how long it took
 */
public record Visit(String location, long atMs, boolean passed, double totalMs) {}
