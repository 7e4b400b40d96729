// SPDX-License-Identifier: Apache-2.0
/**
 * The inside of the HTTP client that {@code datadog-call} uses: keys, deadlines, connections, TLS of each instance,
 * proxies. Knows nothing of Camel.
 */
@NullMarked
package io.dromedary.datadog.http;

import org.jspecify.annotations.NullMarked;
