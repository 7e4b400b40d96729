// SPDX-License-Identifier: Apache-2.0
package io.dromedary.settings;

import java.util.regex.Pattern;

/** Reads sizes as they stand in {@code application.properties}. */
public final class ByteSize {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})\\s*(KiB|MiB|GiB)?");

    private ByteSize() {}

    /**
     * Returns bytes. Example: {@code 64MiB} gives 67108864.
     *
     * @throws IllegalArgumentException if {@code text} is no size
     */
    public static long parse(String text) {
        var size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new IllegalArgumentException("not a size such as 512KiB or 64MiB: " + text);
        }
        long number = Long.parseLong(size.group(1));
        var unit = size.group(2);
        if (unit == null) {
            return number;
        }
        return switch (unit) {
            case "KiB" -> number << 10;
            case "MiB" -> number << 20;
            default -> number << 30;
        };
    }
}
