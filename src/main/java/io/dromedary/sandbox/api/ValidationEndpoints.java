// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.util.List;

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
                Endpoint.get("/api/v2/validate_keys", "validate_keys", call -> out -> {
                    out.writeStartObject();
                    out.writeStringField("status", "ok");
                    out.writeEndObject();
                }));
    }
}
