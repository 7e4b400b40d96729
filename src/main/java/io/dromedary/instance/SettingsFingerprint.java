// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether settings are the same without keeping them: a salted SHA-256 over everything that matters. The salt is
 * new in each process, so a fingerprint is of no use elsewhere. Thread-safe.
 */
final class SettingsFingerprint {

    /** Those settings of Grafana's own that matter here; others change without a change for the data source. */
    static final String PROXY_PREFIX = "GF_SECURE_SOCKS_DATASOURCE_PROXY_";

    private static final int SALT_BYTES = 16;

    private final byte[] salt = new byte[SALT_BYTES];

    SettingsFingerprint() {
        new SecureRandom().nextBytes(salt);
    }

    String of(SettingsSource source) {
        var digest = sha256();
        digest.update(salt);
        add(digest, source.name());
        add(digest, source.url() == null ? "" : source.url());
        add(digest, source.jsonData());
        addAll(digest, source.secrets(), "");
        addAll(digest, source.grafanaConfig(), PROXY_PREFIX);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addAll(MessageDigest digest, Map<String, String> map, String prefix) {
        new TreeMap<>(map).forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                add(digest, name);
                add(digest, value);
            }
        });
        add(digest, new byte[0]);
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length in front keeps {@code ab, c} and {@code a, bc} apart. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
