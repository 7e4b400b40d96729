// SPDX-License-Identifier: Apache-2.0
/**
 * A Camel component: one shared asynchronous gRPC server, one endpoint a method. Knows nothing of Datadog or queries.
 */
@NullMarked
package io.dromedary.grpc;

import org.jspecify.annotations.NullMarked;
