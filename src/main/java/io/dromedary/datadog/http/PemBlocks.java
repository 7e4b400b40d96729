// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog.http;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts PEM text into its blocks. What surrounds them (comments, bag attributes) is left out. */
final class PemBlocks {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private PemBlocks() {}

    /**
     * One block.
     *
     * @param label for example {@code CERTIFICATE}
     * @param isLocked whether a passphrase is needed to read it
     */
    record Block(String label, byte[] der, boolean isLocked) {

        @Override
        public String toString() {
            return label;
        }
    }

    /** @throws IllegalArgumentException if a block is not base64 */
    static List<Block> of(String pem) {
        var blocks = new ArrayList<Block>();
        var found = BLOCK.matcher(pem);
        while (found.find()) {
            var label = found.group(1);
            var content = found.group(2);
            boolean isLocked = label.startsWith("ENCRYPTED") || content.contains("Proc-Type:");
            blocks.add(new Block(label, isLocked ? new byte[0] : decode(content), isLocked));
        }
        return blocks;
    }

    private static byte[] decode(String content) {
        return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
    }
}
