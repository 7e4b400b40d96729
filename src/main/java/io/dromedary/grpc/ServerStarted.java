// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import java.net.InetSocketAddress;

/** Bound to the registry, it is told where the gRPC server listens, as soon as every route has been started. */
@FunctionalInterface
public interface ServerStarted {

    /** An exception thrown here makes the Camel context's start fail. */
    void serverStarted(InetSocketAddress address);
}
