// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

/**
 * One of Datadog's tags, such as {@code host:a}.
 *
 * @param key what stands before the first colon; {@code tag} where there is no colon, or nothing before it
 */
public record Tag(String key, String value) {

    private static final String KEYLESS = "tag";

    /** Returns the tag that Datadog writes so. */
    public static Tag of(String text) {
        var colon = text.indexOf(':');
        return colon <= 0 ? new Tag(KEYLESS, text) : new Tag(text.substring(0, colon), text.substring(colon + 1));
    }
}
