// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values by their path, such as {@code http.status_code}: what is nested in JSON, made flat. Numbers are kept as they
 * are written, since ids of 64 bits fit into no double. Null values are left out. Immutable once it is read.
 */
final class Attributes {

    static final Attributes NONE = new Attributes();

    private String[] paths = new String[8];
    private String[] values = new String[8];
    private int size;

    /** Takes one more value; the first of a path counts. */
    void add(String path, String value) {
        if (size == paths.length) {
            paths = Arrays.copyOf(paths, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        paths[size] = path;
        values[size++] = value;
    }

    /** Takes a value of an array: those of one path are joined, up to a length. */
    void join(String path, String value, int maxLength) {
        for (var i = 0; i < size; i++) {
            if (paths[i].equals(path)) {
                if (values[i].length() + value.length() < maxLength) {
                    values[i] += ", " + value;
                }
                return;
            }
        }
        add(path, value);
    }

    int size() {
        return size;
    }

    String path(int index) {
        return paths[index];
    }

    String value(int index) {
        return values[index];
    }

    /** Returns the value of a path, null if there is none. */
    @Nullable
    String get(String path) {
        for (var i = 0; i < size; i++) {
            if (paths[i].equals(path)) {
                return values[i];
            }
        }
        return null;
    }
}
