// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

/** What a column holds. Timestamps are epoch milliseconds. */
public enum ColumnType {
    VARCHAR,
    BIGINT,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP;

    boolean isNumeric() {
        return this == BIGINT || this == DOUBLE;
    }
}
