// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;

/** A table in its written form, each piece made when it is read. */
public final class TableStream {

    private static final int ROWS = 4096;

    private TableStream() {}

    /**
     * Returns the bytes of a table; it is read from the frame as the stream is read, so nobody changes it meanwhile.
     */
    public static InputStream of(Frame table, TableWriter writer) {
        return new SequenceInputStream(new Pieces(table, writer));
    }

    /** The beginning, the rows by {@value #ROWS}, the end. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private static final class Pieces implements Enumeration<InputStream> {

        private final Frame table;
        private final TableWriter writer;
        private int next = -1;
        private boolean ended;

        Pieces(Frame table, TableWriter writer) {
            this.table = table;
            this.writer = writer;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            if (ended) {
                throw new NoSuchElementException();
            }
            return new ByteArrayInputStream(piece());
        }

        private byte[] piece() {
            if (next < 0) {
                next = 0;
                return writer.begin(table);
            }
            if (next >= table.rows()) {
                ended = true;
                return writer.end();
            }
            var from = next;
            next = Math.min(from + ROWS, table.rows());
            return writer.rows(Slices.of(table, from, next));
        }
    }
}
