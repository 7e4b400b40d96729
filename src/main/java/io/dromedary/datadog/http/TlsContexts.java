// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.instance.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes what Java's TLS needs out of the PEM texts in an instance's settings. */
final class TlsContexts {

    private static final char[] NO_PASSWORD = new char[0];

    private TlsContexts() {}

    /** @throws FailedException if a text is not what it should be; the message names the setting, not its value */
    static SSLContext from(Tls tls) {
        var trust = tls.skipVerify() ? new TrustManager[] {new TrustEverything()} : trustManagers(tls.caPem());
        var keys = keyManagers(tls);
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new FailedException(Failure.bug("This Java cannot set up TLS"), e);
        }
    }

    /** Null stands for the platform's own trust. */
    private static TrustManager @Nullable [] trustManagers(@Nullable String caPem) {
        if (caPem == null || caPem.isBlank()) {
            return null;
        }
        try {
            var store = emptyStore();
            for (var certificate : certificates(caPem)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unusable("CA certificate (tlsCACert)", e);
        }
    }

    private static KeyManager @Nullable [] keyManagers(Tls tls) {
        var certificatePem = tls.clientCertificatePem();
        var keyPem = tls.clientKeyPem();
        if (certificatePem == null || keyPem == null) {
            return null;
        }
        var setting = "client certificate (tlsClientCert)";
        try {
            var chain = certificates(certificatePem);
            setting = "client key (tlsClientKey)";
            var key = PrivateKeys.parse(keyPem.reveal());
            var store = emptyStore();
            store.setKeyEntry("client", key, NO_PASSWORD, chain);
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unusable(setting, e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Certificate[] certificates(String pem) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var certificates = new ArrayList<Certificate>();
        for (var block : PemBlocks.of(pem)) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(block.der())));
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("no CERTIFICATE block");
        }
        return certificates.toArray(Certificate[]::new);
    }

    /** The cause is told in words of ours or left out: a parser may quote what it was given. */
    private static FailedException unusable(String setting, Exception cause) {
        var reason = cause instanceof java.security.spec.InvalidKeySpecException ? ": " + cause.getMessage() : "";
        return new FailedException(
                Failure.badRequest("The " + setting + " of the data source is not usable PEM" + reason));
    }
}
