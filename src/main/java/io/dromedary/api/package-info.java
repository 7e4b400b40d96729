// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP door's content: who may come in, what is asked in JSON, frames as JSON, CSV or Arrow, pages about the state,
 * the contract. Knows nothing of Grafana's protocol, nor of the server.
 */
@NullMarked
package io.dromedary.api;

import org.jspecify.annotations.NullMarked;
