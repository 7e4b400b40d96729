// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority made for one test, by the JDK's keytool. */
public final class TestAuthority {

    public static final String PASSWORD = "changeit";

    private final Path directory;
    private final Path store;

    public TestAuthority(Path directory) {
        this.directory = directory;
        store = directory.resolve("authority.p12");
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test CA", "-keyalg", "RSA", "-ext", "bc:c");
    }

    /** Issues a certificate and its key. */
    public void issue(String alias, String keyAlgorithm, String names) {
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                keyAlgorithm,
                "-ext",
                "san=" + names,
                "-signer",
                "ca");
    }

    /** Returns a key store with the one certificate, for a server. */
    public Path serverStore(String alias) throws GeneralSecurityException, IOException {
        var server = KeyStore.getInstance("PKCS12");
        server.load(null, null);
        server.setKeyEntry(alias, key(alias), PASSWORD.toCharArray(), load().getCertificateChain(alias));
        return save(server, alias + "-server.p12");
    }

    /** Returns a store of trust with the authority only. */
    public Path trustStore() throws GeneralSecurityException, IOException {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", load().getCertificate("ca"));
        return save(trust, "trust.p12");
    }

    public PrivateKey key(String alias) throws GeneralSecurityException, IOException {
        return (PrivateKey) load().getKey(alias, PASSWORD.toCharArray());
    }

    public String certificatePem(String alias) throws GeneralSecurityException, IOException {
        Certificate certificate = load().getCertificate(alias);
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private Path save(KeyStore keyStore, String name) throws GeneralSecurityException, IOException {
        var file = directory.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            keyStore.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("keytool.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(directory.resolve("keytool.log")));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
