// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing.otlp;

import io.dromedary.tracing.TraceTls;
import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The content of the files that {@link TraceTls} names. */
final class TlsFiles {

    private final byte @Nullable [] authority;
    private final byte @Nullable [] certificate;
    private final byte @Nullable [] key;

    private TlsFiles(TraceTls tls) {
        authority = bytes(tls.authority());
        certificate = bytes(tls.certificate());
        key = bytes(tls.key());
    }

    /** @throws IllegalArgumentException with the file that cannot be read, or is missing */
    static TlsFiles read(TraceTls tls) {
        if (tls.certificate().isEmpty() != tls.key().isEmpty()) {
            throw new IllegalArgumentException("the client's certificate and its key belong together, one is missing");
        }
        return new TlsFiles(tls);
    }

    private static byte @Nullable [] bytes(String file) {
        try {
            return file.isEmpty() ? null : Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("the file " + file + " cannot be read", unreadable);
        }
    }

    void applyTo(OtlpHttpSpanExporterBuilder exporter) {
        try {
            if (authority != null) {
                exporter.setTrustedCertificates(authority);
            }
            if (key != null && certificate != null) {
                exporter.setClientTls(key, certificate);
            }
        } catch (IllegalStateException unusable) {
            throw new IllegalArgumentException(unusable.getMessage(), unusable);
        }
    }

    ChannelCredentials credentials() {
        var credentials = TlsChannelCredentials.newBuilder();
        try {
            if (authority != null) {
                credentials.trustManager(new ByteArrayInputStream(authority));
            }
            if (key != null && certificate != null) {
                credentials.keyManager(new ByteArrayInputStream(certificate), new ByteArrayInputStream(key));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
        return credentials.build();
    }
}
