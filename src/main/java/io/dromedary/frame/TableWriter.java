// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

/** Writes one table piece by piece, so that a large one never stands in memory in its written form. Stateless. */
public interface TableWriter {

    /** Returns what stands before the first row. */
    byte[] begin(Frame table);

    /** Returns some rows of the table. */
    byte[] rows(Frame slice);

    /** Returns what stands behind the last row. */
    byte[] end();
}
