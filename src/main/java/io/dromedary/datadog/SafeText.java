// SPDX-License-Identifier: Apache-2.0
package io.dromedary.datadog;

import io.dromedary.instance.Secret;
import io.dromedary.instance.Settings;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Makes text that came from outside fit to be shown: short, one line, without anything secret. */
final class SafeText {

    static final int MAX_LENGTH = 500;

    /** More is not looked at: the sender decides how long it is. */
    private static final int MAX_READ = 10 * MAX_LENGTH;

    /** Shorter "keys" would blank out ordinary words; no real key is that short. */
    private static final int SHORTEST_KEY = 4;

    /** As much of a key's beginning says too much already; shorter ones may be ordinary words. */
    private static final int SHORTEST_BEGINNING = 12;

    private static final Pattern URL_QUERY = Pattern.compile("(https?://[^\\s?\"'<>]*)\\?[^\\s\"'<>]*");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\u2028-\\u202E\\u2066-\\u2069]+");

    private SafeText() {}

    /**
     * Returns {@code text} without the keys of {@code settings} and their beginnings, URL queries and line breaks, at
     * most 500 characters.
     */
    static String of(String text, Settings settings) {
        var safe = text.length() <= MAX_READ ? text : text.substring(0, MAX_READ);
        for (var secret : secrets(settings)) {
            safe = without(safe, secret.reveal());
        }
        safe = URL_QUERY.matcher(safe).replaceAll("$1");
        safe = BLANK.matcher(safe).replaceAll(" ").strip();
        return cut(withoutPercent(safe));
    }

    private static List<Secret> secrets(Settings settings) {
        var clientKey = settings.tls().clientKeyPem();
        return clientKey == null
                ? List.of(settings.apiKey(), settings.appKey())
                : List.of(settings.apiKey(), settings.appKey(), Objects.requireNonNull(clientKey));
    }

    private static String without(String text, String secret) {
        if (secret.length() < SHORTEST_KEY) {
            return text;
        }
        int least = Math.min(secret.length(), SHORTEST_BEGINNING);
        var safe = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.regionMatches(true, at, secret, 0, least)) {
                safe.append("[redacted]");
                at += common(text, at, secret);
            } else {
                safe.append(text.charAt(at++));
            }
        }
        return safe.toString();
    }

    /** Returns how many characters of the secret stand in the text at an offset. */
    private static int common(String text, int at, String secret) {
        int length = 0;
        while (length < secret.length() && text.regionMatches(true, at + length, secret, length, 1)) {
            length++;
        }
        return length;
    }

    /** Grafana 7 takes an error text for a printf format; the full-width sign reads the same and does no harm. */
    private static String withoutPercent(String text) {
        return text.replace('%', '\uFF05');
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "\u2026";
    }
}
