// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.lists;

import io.dromedary.sandbox.api.Parameters;
import java.util.List;

/**
 * A part of a list.
 *
 * @param offset where it begins in the whole list
 * @param size items it may have
 * @param total items of the whole list
 */
record Page<T>(List<T> items, long offset, long size, int total) {

    /** By parameters such as {@code page[offset]} and {@code page[limit]}. */
    static <T> Page<T> byOffset(
            List<T> all, Parameters parameters, String offsetName, String sizeName, long usual, long most) {
        long offset = parameters.number(offsetName, 0, 0, Integer.MAX_VALUE);
        return of(all, offset, parameters.number(sizeName, usual, 1, most));
    }

    /** By parameters such as {@code page} and {@code per_page}; pages count from {@code first}. */
    static <T> Page<T> byNumber(
            List<T> all, Parameters parameters, String numberName, String sizeName, long first, long usual, long most) {
        long size = parameters.number(sizeName, usual, 1, most);
        long number = parameters.number(numberName, first, first, Integer.MAX_VALUE);
        return of(all, (number - first) * size, size);
    }

    static <T> Page<T> of(List<T> all, long offset, long size) {
        var items = all.stream().skip(offset).limit(size).toList();
        return new Page<>(items, offset, size, all.size());
    }

    /** Its number, from 0. */
    long number() {
        return offset / size;
    }

    long pages() {
        return (total + size - 1) / size;
    }

    boolean isLast() {
        return offset + items.size() >= total;
    }
}
