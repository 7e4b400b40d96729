// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.instance.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names whose rate limits a call uses, without giving the keys away. */
final class Account {

    private static final int BYTES = 8;

    private Account() {}

    /** Returns 16 hexadecimal digits that are the same for the same API and keys, in every process. */
    static String of(Settings settings) {
        if (settings.sandbox()) {
            return "sandbox";
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(settings.apiUrl().toString()));
            digest.update(bytes(settings.apiKey().reveal()));
            digest.update(bytes(settings.appKey().reveal()));
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Ends each part with a zero byte, so that no two different triples look alike. */
    private static byte[] bytes(String part) {
        return (part + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
