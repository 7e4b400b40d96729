// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsReaderTest {

    static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBdTCCARugAwIBAgIULycsZkyTtuvL+dQW2fcc/LUcia4wCgYIKoZIzj0EAwIw
            DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjMxNTExNDRaGA8yMTI2MTAzMDE1MTE0
            NFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAkR
            jndO3ACby65GRMMSIZDP9rcTFE68UMAd2/pPKqKmkSDxL/g4+OuIxRqN39cHX8jO
            3PB+6JpN6KR3P1lf6X6jUzBRMB0GA1UdDgQWBBRqnSeeDTZmOwqP2RuQ2D4slcIX
            BDAfBgNVHSMEGDAWgBRqnSeeDTZmOwqP2RuQ2D4slcIXBDAPBgNVHRMBAf8EBTAD
            AQH/MAoGCCqGSM49BAMCA0gAMEUCICw3uToC3UOXCUFDIhLcMeVu/liav5FVT5Gb
            PuGb97lXAiEA22Zu0yuQbc5xJWLsN5jofiA864fgtOVMvbhvY34IPXU=
            -----END CERTIFICATE-----
            """;
    private static final String OWN = "{\"site\":\"EU1\",\"tlsAuth\":true}";
    private static final String CA = "{\"site\":\"EU1\",\"tlsAuthWithCACert\":true}";

    private final SettingsReader reader = new SettingsReader();

    @Test
    void readsEverything() throws GeneralSecurityException {
        var key = privateKey("RSA");
        var tls = reader.read(Sources.withSecrets(
                        "{\"site\":\"EU1\",\"tlsAuth\":true,\"tlsAuthWithCACert\":true,\"tlsSkipVerify\":\"true\","
                                + "\"serverName\":\"api.example\"}",
                        "tlsCACert",
                        CERTIFICATE + CERTIFICATE,
                        "tlsClientCert",
                        CERTIFICATE,
                        "tlsClientKey",
                        key))
                .tls();

        assertThat(tls.skipVerify()).isTrue();
        assertThat(tls.caPem()).contains("BEGIN CERTIFICATE");
        assertThat(tls.clientCertificatePem()).isEqualTo(CERTIFICATE.strip());
        assertThat(tls.clientKeyPem()).isEqualTo(new Secret(key.strip()));
        assertThat(tls.serverName()).isEqualTo("api.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void readsKeysOfEveryKindInUse(String algorithm) throws GeneralSecurityException {
        var source = Sources.withSecrets(OWN, "tlsClientCert", CERTIFICATE, "tlsClientKey", privateKey(algorithm));

        assertThat(reader.read(source).tls().clientKeyPem()).isNotNull();
    }

    @Test
    void ignoresPemTextsThatAreNotSwitchedOn() {
        assertThat(reader.read(Sources.withSecrets("{\"site\":\"EU1\"}", "tlsCACert", "?", "tlsClientKey", "?"))
                        .tls())
                .isEqualTo(Tls.DEFAULT);
    }

    @Test
    void asksForTheAuthorityThatIsSwitchedOn() {
        refuses(Sources.withKeys(CA), "secureJsonData.tlsCACert is missing although jsonData.tlsAuthWithCACert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "-----BEGIN CERTIFICATE-----\nhunter2\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"
            })
    void refusesAnAuthorityThatCannotBeRead(String pem) {
        refuses(Sources.withSecrets(CA, "tlsCACert", pem), "secureJsonData.tlsCACert cannot be read");
    }

    @Test
    void asksForTheKeyOfACertificate() {
        refuses(Sources.withSecrets(OWN, "tlsClientCert", CERTIFICATE), "secureJsonData.tlsClientKey is missing");
    }

    @Test
    void asksForTheCertificateOfAKey() throws GeneralSecurityException {
        refuses(Sources.withSecrets(OWN, "tlsClientKey", privateKey("EC")), "secureJsonData.tlsClientCert is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "-----BEGIN PRIVATE KEY-----\nhunter2=\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----"
            })
    void refusesAKeyThatCannotBeRead(String pem) {
        refuses(
                Sources.withSecrets(OWN, "tlsClientCert", CERTIFICATE, "tlsClientKey", pem),
                "secureJsonData.tlsClientKey cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void takesTheOlderFormatsOfKeys(String kind) {
        var pem = "-----BEGIN " + kind + " PRIVATE KEY-----\nMIIB\n-----END " + kind + " PRIVATE KEY-----";
        var source = Sources.withSecrets(OWN, "tlsClientCert", CERTIFICATE, "tlsClientKey", pem);

        assertThat(reader.read(source).tls().clientKeyPem()).isEqualTo(new Secret(pem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENSSH", "ENCRYPTED"})
    void tellsHowToConvertAKey(String kind) {
        refuses(
                Sources.withSecrets(
                        OWN,
                        "tlsClientCert",
                        CERTIFICATE,
                        "tlsClientKey",
                        "-----BEGIN " + kind + " PRIVATE KEY-----\nhunter2\n-----END " + kind + " PRIVATE KEY-----"),
                "convert it with openssl pkcs8 -topk8 -nocrypt");
    }

    private void refuses(SettingsSource source, String expected) {
        assertThatThrownBy(() -> reader.read(source))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("hunter2");
    }

    private static String privateKey(String algorithm) throws GeneralSecurityException {
        var key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
