// SPDX-License-Identifier: Apache-2.0
package io.dromedary.plugin;

/**
 * Builds a flat JSON object of strings on one line. Whatever the strings hold, the line is valid JSON and valid UTF-8,
 * and no string takes more bytes than it was granted.
 */
final class JsonLine {

    /** Ends a string that was cut. */
    static final String CUT = "… [cut]";

    private static final int CUT_BYTES = 10;
    private static final String REPLACEMENT = "\uFFFD";

    private final StringBuilder line = new StringBuilder(256).append('{');

    /** @param maxBytes of the value as it is written, escapes included; at least 16 */
    JsonLine add(String key, String value, int maxBytes) {
        if (line.length() > 1) {
            line.append(',');
        }
        quote(key, maxBytes);
        line.append(':');
        quote(value, maxBytes);
        return this;
    }

    /** Returns the line with its end. */
    String end() {
        return line.append("}\n").toString();
    }

    private void quote(String text, int maxBytes) {
        line.append('"');
        int start = line.length();
        int bytes = 0;
        int mark = start;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            bytes += append(point);
            if (bytes > maxBytes) {
                line.setLength(mark);
                line.append(CUT);
                break;
            }
            if (bytes <= maxBytes - CUT_BYTES) {
                mark = line.length();
            }
            i += Character.charCount(point);
        }
        line.append('"');
    }

    /** Returns the number of UTF-8 bytes appended. */
    private int append(int point) {
        int before = line.length();
        switch (point) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (point < ' ' || point == 0x7f) {
                    line.append(point < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(point));
                } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                    line.append(REPLACEMENT);
                    return 3;
                } else {
                    line.appendCodePoint(point);
                    return utf8Length(point);
                }
            }
        }
        return line.length() - before;
    }

    private static int utf8Length(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }
}
