// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox;

import java.util.Map;

/** What the embedded Datadog answers: an HTTP status, headers by the names Datadog uses, JSON. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record SandboxReply(int status, Map<String, String> headers, byte[] body) {}
