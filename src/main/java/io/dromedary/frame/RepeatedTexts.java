// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list in which each text stands for a run of rows. Immutable. */
final class RepeatedTexts extends AbstractList<@Nullable String> implements RandomAccess {

    private final int[] starts;
    private final @Nullable String[] texts;

    /** @param starts first row of each text, and at last the number of rows; runs may be empty */
    RepeatedTexts(int[] starts, @Nullable String[] texts) {
        this.starts = starts;
        this.texts = texts;
    }

    @Override
    public @Nullable String get(int row) {
        Objects.checkIndex(row, size());
        var found = Arrays.binarySearch(starts, row);
        var run = found >= 0 ? found : -found - 2;
        while (starts[run + 1] == row) {
            run++; // an empty run begins where the next one does
        }
        return texts[run];
    }

    @Override
    public int size() {
        return starts[starts.length - 1];
    }
}
