// SPDX-License-Identifier: Apache-2.0
/**
 * Service level objectives of the shop: what is promised, and how well it was kept. Knows nothing of the Datadog API.
 */
@NullMarked
package io.dromedary.sandbox.slo;

import org.jspecify.annotations.NullMarked;
