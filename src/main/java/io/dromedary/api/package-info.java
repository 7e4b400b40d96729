// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP door: who may come in, what is asked in JSON, and frames as JSON, CSV or Arrow. Knows nothing of Grafana's
 * protocol.
 */
@NullMarked
package io.dromedary.api;

import org.jspecify.annotations.NullMarked;
