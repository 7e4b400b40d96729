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

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN (RSA |EC )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA |EC )?PRIVATE KEY-----");

    private static final Pattern ENCRYPTED_KEY =
            Pattern.compile("-----BEGIN (ENCRYPTED|OPENSSH) PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED");

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

    /** Returns whether it is a key that takes a passphrase, or one of OpenSSH's own format. */
    static boolean needsConversion(String pem) {
        return ENCRYPTED_KEY.matcher(pem).find();
    }

    /** Returns whether it is a PKCS 8 key that can be read, or looks like one of the older formats for RSA and EC. */
    static boolean holdsPrivateKey(String pem) {
        var match = PRIVATE_KEY.matcher(pem);
        if (!match.find()) {
            return false;
        }
        try {
            var der = Base64.getMimeDecoder().decode(match.group(2));
            return match.group(1) != null
                    ? der.length > 0
                    : ALGORITHMS.stream().anyMatch(algorithm -> isKey(algorithm, new PKCS8EncodedKeySpec(der)));
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
