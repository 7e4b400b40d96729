// SPDX-License-Identifier: Apache-2.0
/**
 * The shop that is observed: services, hosts, their tags, and what happens to them. Everything is a function of a seed
 * and the time, nothing is remembered. Knows nothing of metrics, logs or the Datadog API.
 */
@NullMarked
package io.dromedary.sandbox.world;

import org.jspecify.annotations.NullMarked;
