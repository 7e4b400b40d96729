// SPDX-License-Identifier: Apache-2.0
package io.dromedary.tracing;

/**
 * Files for a receiver of traces that speaks TLS, PEM; empty where there is none.
 *
 * @param authority the certificates to trust; without it those that Java trusts
 * @param certificate our own, with its issuers', shown to a receiver that wants to know who sends
 * @param key of that certificate, PKCS#8, not encrypted
 */
public record TraceTls(String authority, String certificate, String key) {

    /** Trusts whom Java trusts, and shows nothing. */
    public static final TraceTls DEFAULT = new TraceTls("", "", "");
}
