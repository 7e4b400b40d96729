// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says which setting of the data source helps when no trusted connection comes about. */
final class TlsFailures {

    private static final int MAX_CAUSES = 10;

    private TlsFailures() {}

    /** Returns what to do about {@code thrown}, empty if it is not about trust. */
    static Optional<String> hint(Throwable thrown) {
        if (thrown instanceof SSLException && says(thrown, "unrecognized ssl message")) {
            return Optional.of("the host does not speak TLS there; check the port, or use http:// in the URL");
        }
        boolean isTrust = thrown instanceof SSLHandshakeException
                || thrown instanceof SSLPeerUnverifiedException
                || thrown instanceof CertificateException
                || thrown instanceof CertPathValidatorException;
        return isTrust ? Optional.of(trustHint(thrown)) : Optional.empty();
    }

    private static String trustHint(Throwable thrown) {
        if (causes(thrown).anyMatch(CertificateExpiredException.class::isInstance)) {
            return "the host's certificate has expired";
        }
        if (thrown instanceof SSLPeerUnverifiedException
                || says(thrown, "subject alternative")
                || says(thrown, "no name matching")) {
            return "the host's certificate is for another name; check the URL, or set the server name in the data source";
        }
        if (causes(thrown).anyMatch(TlsFailures::isUntrusted)) {
            return "the host's certificate is not trusted; give its CA certificate in the data source";
        }
        if (says(thrown, "fatal alert")) {
            return "the host refused the handshake; it may want a client certificate, or another one,"
                    + " in the data source";
        }
        return "the handshake failed; check the TLS settings of the data source, and any proxy";
    }

    private static boolean isUntrusted(Throwable cause) {
        return cause instanceof CertificateException || cause instanceof CertPathValidatorException;
    }

    private static boolean says(Throwable thrown, String words) {
        return causes(thrown)
                .anyMatch(cause -> Objects.requireNonNullElse(cause.getMessage(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(words));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }
}
