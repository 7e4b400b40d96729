// SPDX-License-Identifier: Apache-2.0
package io.dromedary.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;

/**
 * What the server shows who it is with; without files it speaks plain HTTP.
 *
 * @param certificate PEM file, the server's certificate first, then its issuers'; empty for none
 * @param key PEM file with its private key, PKCS#8, not encrypted; empty for none
 */
public record ServerKeys(String certificate, String key) {

    /** @throws IllegalArgumentException if one file is named without the other */
    public ServerKeys {
        if (certificate.isBlank() != key.isBlank()) {
            throw new IllegalArgumentException(
                    "Set both dromedary.http.tls-certificate and dromedary.http.tls-key, or neither");
        }
    }

    boolean present() {
        return !certificate.isBlank();
    }

    HttpServerOptions applyTo(HttpServerOptions options) {
        if (present()) {
            options.setSsl(true)
                    .setPemKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(certificate.strip())
                            .setKeyPath(key.strip()));
        }
        return options;
    }
}
