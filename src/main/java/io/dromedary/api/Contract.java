// SPDX-License-Identifier: Apache-2.0
package io.dromedary.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The contract of the HTTP door, as a file for generators and as a page for people. Thread-safe. */
public final class Contract {

    /** What a page may load: its own style, and nothing else from anywhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private static final String ROOT = "/openapi/";

    /** Read with the first request, not at the start. */
    private static final class Pages {
        static final byte[] YAML = resource("dromedary.yaml");
        static final ApiReply FILE = ApiReply.kept("application/yaml", YAML);
        static final ApiReply PAGE = ApiReply.page("text/html; charset=utf-8", ContractPage.of(YAML), POLICY);
        static final ApiReply STYLE = ApiReply.kept("text/css; charset=utf-8", resource("style.css"));
    }

    public ApiReply file() {
        return Pages.FILE;
    }

    public ApiReply page() {
        return Pages.PAGE;
    }

    public ApiReply style() {
        return Pages.STYLE;
    }

    private static byte[] resource(String name) {
        try (var file = Objects.requireNonNull(Contract.class.getResourceAsStream(ROOT + name), name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
