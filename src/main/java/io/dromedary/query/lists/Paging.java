// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.lists;

/**
 * How a list is turned over.
 *
 * @param size parameter of the rows in a page, empty if the list takes none
 * @param maxSize most rows Datadog gives in a page, or a sensible number where it states none
 * @param position parameter that tells where a page begins
 * @param first position of the first page
 * @param path where a reply tells the next cursor, for cursors; else how many rows there are on all pages. May be empty
 */
record Paging(Family family, String size, int maxSize, String position, int first, String path) {

    /** What a position means. */
    enum Family {
        /** All comes at once. */
        NONE,
        /** The reply names the next page; it goes on naming one after the end. */
        CURSOR,
        /** Rows to pass over. */
        OFFSET,
        /** Pages to pass over. */
        NUMBER
    }

    static final Paging NONE = new Paging(Family.NONE, "", Integer.MAX_VALUE, "", 0, "");

    static Paging cursor(String size, int maxSize, String position, String nextPath) {
        return new Paging(Family.CURSOR, size, maxSize, position, 0, nextPath);
    }

    static Paging offset(String size, int maxSize, String position, String totalPath) {
        return new Paging(Family.OFFSET, size, maxSize, position, 0, totalPath);
    }

    static Paging number(String size, int maxSize, String position, String totalPath) {
        return new Paging(Family.NUMBER, size, maxSize, position, 0, totalPath);
    }
}
