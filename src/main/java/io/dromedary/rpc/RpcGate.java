// SPDX-License-Identifier: Apache-2.0
package io.dromedary.rpc;

import io.dromedary.api.HttpGate;
import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.call.Source;
import java.util.Map;

/** Lets in who shows a token in the metadata {@code authorization}, as the HTTP door does. Stateless. */
public final class RpcGate {

    private static final String PATH = "/dromedary.v1";

    private final HttpGate gate;

    public RpcGate(HttpGate gate) {
        this.gate = gate;
    }

    /**
     * Checks a call.
     *
     * @param metadata ASCII metadata by lower-case name
     * @throws FailedException with status 401 or 403 if it may not pass
     */
    public void check(Map<String, String> metadata) {
        // read by POST over HTTP, too; pages of browsers cannot speak gRPC, and none of those open to all is this
        var refusal = gate.check("POST", PATH, metadata.get("authorization"), null, null);
        if (refusal.isPresent()) {
            throw new FailedException(new Failure(
                    refusal.get().status(), Source.PLUGIN, refusal.get().text()));
        }
    }
}
