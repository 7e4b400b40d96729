// SPDX-License-Identifier: Apache-2.0
/** Datadog's HTTP API over the shop: parameters, JSON, status codes. Knows nothing of keys and rate limits. */
@NullMarked
package io.dromedary.sandbox.api;

import org.jspecify.annotations.NullMarked;
