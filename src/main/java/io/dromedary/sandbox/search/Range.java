// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values between two others. They compare as numbers when each bound is one, else as texts.
 *
 * @param low null when there is no lower bound
 * @param high null when there is no upper bound
 */
record Range(
        @Nullable String low, boolean lowIncluded, @Nullable String high, boolean highIncluded) {

    /** Java itself would take a {@code d} behind it, or hexadecimal digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    boolean holds(Object value) {
        return isPast(value, low, lowIncluded, 1) && isPast(value, high, highIncluded, -1);
    }

    private boolean isPast(Object value, @Nullable String bound, boolean included, int direction) {
        if (bound == null) {
            return true;
        }
        var edge = numeric() ? number(bound) : null;
        if (edge == null) {
            int order = value.toString().compareTo(bound) * direction;
            return included ? order >= 0 : order > 0;
        }
        var own = value instanceof Number number ? Double.valueOf(number.doubleValue()) : number(value.toString());
        if (own == null) {
            return false;
        }
        int order = Double.compare(own, edge) * direction;
        return included ? order >= 0 : order > 0;
    }

    private boolean numeric() {
        return (low == null || number(low) != null) && (high == null || number(high) != null);
    }

    static @Nullable Double number(String text) {
        return text.length() <= 40 && NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    }
}
