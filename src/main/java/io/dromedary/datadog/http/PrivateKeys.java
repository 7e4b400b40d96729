// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the key of a client certificate in the forms OpenSSL writes: PKCS#8, PKCS#1 (RSA) and SEC 1 (elliptic curves).
 * Java reads PKCS#8 only, so the other two are put into its envelope (RFC 5958, RFC 5915).
 */
final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
    private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");
    private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int PARAMETERS = 0xa0;

    private PrivateKeys() {}

    /** @throws GeneralSecurityException if there is no key in {@code pem}, or none that can be read */
    static PrivateKey parse(String pem) throws GeneralSecurityException {
        var block = PemBlocks.of(pem).stream()
                .filter(candidate -> candidate.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> new InvalidKeySpecException("no PRIVATE KEY block"));
        if (block.isLocked()) {
            throw new InvalidKeySpecException("the key is locked by a passphrase; give it without one");
        }
        return switch (block.label()) {
            case "RSA PRIVATE KEY" -> read(envelope(RSA_ALGORITHM, block.der()), List.of("RSA"));
            case "EC PRIVATE KEY" -> read(envelope(ecAlgorithm(block.der()), block.der()), List.of("EC"));
            default -> read(block.der(), ALGORITHMS);
        };
    }

    private static PrivateKey read(byte[] pkcs8, List<String> algorithms) throws GeneralSecurityException {
        var trouble = new InvalidKeySpecException("the key is neither RSA nor of an elliptic curve, or damaged");
        for (var algorithm : algorithms) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                trouble.addSuppressed(e);
            }
        }
        throw trouble;
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, VERSION_0, algorithm, element(OCTET_STRING, key));
    }

    /** The curve stands in the key, after its version and the secret number, as element [0]. */
    private static byte[] ecAlgorithm(byte[] key) throws GeneralSecurityException {
        try {
            int at = skipHeader(key, 0);
            while (at < key.length) {
                int content = skipHeader(key, at);
                int end = content + length(key, at + 1);
                if ((key[at] & 0xff) == PARAMETERS) {
                    return element(SEQUENCE, EC_OID, Arrays.copyOfRange(key, content, end));
                }
                at = end;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new InvalidKeySpecException("the key is damaged", e);
        }
        throw new InvalidKeySpecException("the key does not name its curve");
    }

    private static int skipHeader(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 1; i <= (first & 0x7f); i++) {
            length = Math.addExact(Math.multiplyExact(length, 256), der[at + i] & 0xff);
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else if (length < 0x100) {
            element.write(0x81);
            element.write(length);
        } else {
            element.write(0x82);
            element.write(length >> 8);
            element.write(length);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
