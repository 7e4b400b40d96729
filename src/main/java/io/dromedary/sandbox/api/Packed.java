// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Bodies that may be compressed: no JSON begins as gzip or zlib do, so no header needs to say so. */
final class Packed {

    /** As large as Datadog takes. */
    private static final int MOST_BYTES = 5 << 20;

    private Packed() {}

    static byte[] unpacked(byte[] body) {
        boolean gzip = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        boolean zlib = body.length > 2 && body[0] == 0x78;
        if (!gzip && !zlib) {
            return limited(body);
        }
        var packed = new ByteArrayInputStream(body);
        try (InputStream in = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            return limited(in.readNBytes(MOST_BYTES + 1));
        } catch (IOException e) {
            throw RefusedCallException.badRequest("The body could not be decompressed");
        }
    }

    private static byte[] limited(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw RefusedCallException.of(413, "Payload too large");
        }
        return body;
    }
}
