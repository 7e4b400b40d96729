// SPDX-License-Identifier: Apache-2.0
package io.dromedary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.http.ServerKeys;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP door with a certificate of its own, and instances from a directory, as a container has them mounted. */
class HttpsTest {

    @TempDir
    private Path directory;

    @Test
    void speaksHttpsAndReadsMountedFiles() throws Exception {
        var keys = keys();
        var instances = Files.createDirectory(directory.resolve("instances"));
        Files.writeString(instances.resolve("mounted.properties"), "site = sandbox\n");
        Files.writeString(instances.resolve("broken.json"), "{");
        var bundle = new RunningBundle(Map.of(
                "dromedary.http.tls-certificate",
                        pem(
                                "certificate.pem",
                                "CERTIFICATE",
                                keys.getCertificate("door").getEncoded()),
                "dromedary.http.tls-key",
                        pem(
                                "key.pem",
                                "PRIVATE KEY",
                                keys.getKey("door", "changeit".toCharArray()).getEncoded()),
                "dromedary.instances.directory", instances.toString()));
        bundle.beforeAll(null);
        try {
            var client = HttpClient.newBuilder().sslContext(trusting(keys)).build();
            var plain = bundle.http("/api/v1/instances");
            var address = URI.create("https://localhost:" + plain.getPort() + plain.getPath());

            var reply = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            assertThat(reply.body())
                    .contains("{\"name\":\"mounted\",\"site\":\"sandbox\"}")
                    .contains("\"problems\":[{\"file\":\"broken.json\"");
        } finally {
            bundle.afterAll(null);
        }
    }

    @Test
    void wantsBothFilesOrNone() {
        assertThatThrownBy(() -> new ServerKeys("certificate.pem", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dromedary.http.tls-key");
    }

    private KeyStore keys() throws Exception {
        var store = directory.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "door",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(store)) {
            keys.load(file, "changeit".toCharArray());
        }
        return keys;
    }

    private String pem(String name, String type, byte[] content) throws Exception {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                        directory.resolve(name),
                        "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n")
                .toString();
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "door",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                keys.getCertificate("door").getEncoded())));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
