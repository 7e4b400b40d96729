// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What the server shows who it is with; without files it speaks plaintext.
 *
 * @param certificate PEM file, the server's certificate first, then its issuers'; empty for none
 * @param key PEM file with its private key, PKCS#8, not encrypted; empty for none
 */
record DoorKeys(String certificate, String key) {

    /**
     * Returns what HTTP/2 over TLS needs, null for plaintext.
     *
     * @throws IllegalArgumentException if one file is named without the other, or they cannot be used
     */
    @Nullable
    SslContext context() {
        if (certificate.isBlank() != key.isBlank()) {
            throw new IllegalArgumentException("TLS of the gRPC server needs both a certificate and its key");
        }
        if (certificate.isBlank()) {
            return null;
        }
        var chain = file("certificate", certificate);
        var own = file("key", key);
        try {
            return GrpcSslContexts.forServer(chain.toFile(), own.toFile()).build();
        } catch (SSLException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "TLS of the gRPC server cannot be set up from " + chain + " and " + own
                            + ": they must be a PEM certificate and its PKCS#8 key, not encrypted",
                    unusable);
        }
    }

    private static Path file(String what, String name) {
        var file = Path.of(name.strip());
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The " + what + " of the gRPC server, " + file + ", cannot be read");
        }
        return file;
    }
}
