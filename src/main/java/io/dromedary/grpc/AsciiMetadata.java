// SPDX-License-Identifier: Apache-2.0
package io.dromedary.grpc;

import io.grpc.Metadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the text entries of a call's metadata. */
final class AsciiMetadata {

    private AsciiMetadata() {}

    /** Returns lower-case names with their values; several values of a name are joined by commas. Read-only. */
    static Map<String, String> of(Metadata metadata) {
        var entries = new LinkedHashMap<String, String>();
        for (String name : metadata.keys()) {
            if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
                continue;
            }
            var values = metadata.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            if (values != null) {
                entries.put(name, String.join(",", values));
            }
        }
        return Collections.unmodifiableMap(entries);
    }
}
