// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

/**
 * What goes out over HTTP.
 *
 * @param failed refIds, separated by commas, of the queries that the body says nothing of because its form has no place
 *     for errors; empty if there are none
 */
public record ApiReply(int status, String contentType, String failed, byte[] body) {}
