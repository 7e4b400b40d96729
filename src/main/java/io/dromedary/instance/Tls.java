// SPDX-License-Identifier: Apache-2.0
package io.dromedary.instance;

import org.jspecify.annotations.Nullable;

/**
 * How to trust, and to be trusted by, the API host: what {@link Option} calls its TLS settings.
 *
 * @param caPem certificates to trust instead of the platform's, PEM
 * @param clientCertificatePem own certificate chain, PEM
 * @param clientKeyPem key of the own certificate, PEM
 * @param serverName name expected in the host's certificate instead of the URL's
 */
public record Tls(
        boolean skipVerify,
        @Nullable String caPem,
        @Nullable String clientCertificatePem,
        @Nullable Secret clientKeyPem,
        @Nullable String serverName) {

    /** The platform's own trust, nothing else. */
    public static final Tls DEFAULT = new Tls(false, null, null, null, null);
}
