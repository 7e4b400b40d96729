// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Looks into PEM texts to tell early what a TLS handshake would fail with late. */
final class Pem {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final Pattern OTHER_KEY =
            Pattern.compile("-----BEGIN (ENCRYPTED|RSA|EC|DSA|OPENSSH) PRIVATE KEY-----");

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    static boolean holdsCertificates(String pem) {
        if (!pem.contains("-----BEGIN CERTIFICATE-----")) {
            return false;
        }
        try {
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(bytes)
                    .isEmpty();
        } catch (CertificateException e) {
            return false;
        }
    }

    /** Returns whether it is a key in one of the formats the JDK does not read. */
    static boolean needsConversion(String pem) {
        return OTHER_KEY.matcher(pem).find();
    }

    static boolean holdsPrivateKey(String pem) {
        var match = PRIVATE_KEY.matcher(pem);
        if (!match.find()) {
            return false;
        }
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(match.group(1)));
            return ALGORITHMS.stream().anyMatch(algorithm -> isKey(algorithm, spec));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isKey(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(spec);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
