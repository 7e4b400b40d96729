// SPDX-License-Identifier: Apache-2.0
/**
 * One call to Datadog: the request, its errors, retry, sharing, rate budget. Knows nothing of Camel, frames or what is
 * asked.
 */
@NullMarked
package io.dromedary.datadog;

import org.jspecify.annotations.NullMarked;
