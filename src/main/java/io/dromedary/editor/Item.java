// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

/**
 * Something that may stand at the cursor.
 *
 * @param text what to show, the plain word
 * @param insert what to write, with the signs that go with the word: {@code avg:}, {@code rollup(}
 * @param detail a signature, a description; empty for metrics until they are written out
 */
record Item(ItemKind kind, String text, String insert, String detail) {

    static Item plain(ItemKind kind, String text) {
        return new Item(kind, text, text, "");
    }
}
