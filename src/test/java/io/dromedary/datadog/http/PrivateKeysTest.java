// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {

    /** Where the PKCS#1 key begins inside the PKCS#8 envelope of a 2048 bit RSA key. */
    private static final int PKCS1_AT = 26;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void readsPkcs8(String algorithm) throws GeneralSecurityException {
        var key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();

        assertThat(read("PRIVATE KEY", key.getEncoded())).isEqualTo(key.getEncoded());
    }

    @Test
    void readsPkcs1() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = generator.generateKeyPair().getPrivate().getEncoded();

        assertThat(read("RSA PRIVATE KEY", Arrays.copyOfRange(key, PKCS1_AT, key.length)))
                .isEqualTo(key);
    }

    @Test
    void readsSec1() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var key = (ECPrivateKey) generator.generateKeyPair().getPrivate();

        var read = (ECPrivateKey)
                PrivateKeys.parse("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                        + TestAuthority.pem("EC PRIVATE KEY", sec1(key.getS())));

        assertThat(read.getS()).isEqualTo(key.getS());
        assertThat(read.getParams().getOrder()).isEqualTo(key.getParams().getOrder());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMIL/////\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMA==\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMAUCAQEEAA==\n-----END EC PRIVATE KEY-----"
            })
    void refusesWhatIsNoKey(String pem) {
        assertThatThrownBy(() -> PrivateKeys.parse(pem)).isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----"
            })
    void saysThatAKeyIsLocked(String pem) {
        assertThatThrownBy(() -> PrivateKeys.parse(pem)).hasMessageContaining("locked by a passphrase");
    }

    private static byte[] read(String label, byte[] der) throws GeneralSecurityException {
        PrivateKey key = PrivateKeys.parse("Bag Attributes\n" + TestAuthority.pem(label, der));
        return key.getEncoded();
    }

    /** version 1, the secret number, the curve secp256r1 as [0]. */
    private static byte[] sec1(BigInteger secret) {
        var number = "%064x".formatted(secret);
        return HexFormat.of().parseHex("3031" + "020101" + "0420" + number + "a00a" + "06082a8648ce3d030107");
    }
}
