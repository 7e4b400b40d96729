// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.util.List;
import java.util.Map;

/** Tells whether keys are good; who gets here has good ones. */
final class ValidationEndpoints {

    private ValidationEndpoints() {}

    static List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v1/validate", "validate", call -> out -> {
                            out.writeStartObject();
                            out.writeBooleanField("valid", true);
                            out.writeEndObject();
                        })
                        .withApiKeyOnly(),
                Endpoint.get("/api/v2/validate", "validate", call -> Tree.text(Tree.object("data", who())))
                        .withApiKeyOnly(),
                Endpoint.get("/api/v2/validate_keys", "validate_keys", call -> out -> {
                    out.writeStartObject();
                    out.writeStringField("status", "ok");
                    out.writeEndObject();
                }));
    }

    /** Whose key it is: a key of the sandbox has no scopes of its own and may everything. */
    private static Map<String, Object> who() {
        return Tree.object(
                "type",
                "validate_v2",
                "id",
                "0d5a1d7e-0000-4000-8000-000000000001",
                "attributes",
                Tree.object(
                        "valid",
                        true,
                        "api_key_id",
                        "0d5a1d7e-0000-4000-8000-000000000002",
                        "api_key_scopes",
                        List.of()));
    }
}
