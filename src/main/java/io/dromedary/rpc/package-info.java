// SPDX-License-Identifier: Apache-2.0
/**
 * The gRPC API of our own, {@code dromedary.v1}: its messages to our model and back, who may send them, and how others
 * of us are reached. Knows nothing of Grafana's protocol.
 */
@NullMarked
package io.dromedary.rpc;

import org.jspecify.annotations.NullMarked;
