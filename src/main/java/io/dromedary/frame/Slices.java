// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.Arrays;

/** Some rows of a frame as a frame. */
final class Slices {

    private Slices() {}

    /** Returns the rows from {@code from} on and before {@code to}. */
    static Frame of(Frame frame, int from, int to) {
        if (from == 0 && to == frame.rows()) {
            return frame;
        }
        var cut = new Cut(from, to);
        return new Frame(
                frame.name(),
                frame.refId(),
                frame.meta(),
                frame.fields().stream()
                        .map(field -> new Field(
                                field.name(),
                                field.labels(),
                                field.config(),
                                field.column().match(cut)))
                        .toList());
    }

    private record Cut(int from, int to) implements Column.Cases<Column> {

        @Override
        public Column times(Column.Times times) {
            return new Column.Times(Arrays.copyOfRange(times.epochNanos(), from, to));
        }

        @Override
        public Column moments(Column.Moments moments) {
            return new Column.Moments(Arrays.copyOfRange(moments.epochNanos(), from, to));
        }

        @Override
        public Column numbers(Column.Numbers numbers) {
            return new Column.Numbers(Arrays.copyOfRange(numbers.values(), from, to));
        }

        @Override
        public Column flags(Column.Flags flags) {
            return new Column.Flags(flags.values().subList(from, to));
        }

        @Override
        public Column texts(Column.Texts texts) {
            return new Column.Texts(texts.values().subList(from, to), texts.nullable());
        }

        @Override
        public Column documents(Column.Documents documents) {
            return new Column.Documents(documents.values().subList(from, to));
        }
    }
}
