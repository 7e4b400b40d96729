// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

/**
 * What Grafana calls the type of a column.
 *
 * @param type of the field in a panel, also the schema's {@code tstype}
 * @param goType of a value in Grafana's own frames
 * @param nullable whether values may be null
 */
record ColumnType(String type, String goType, boolean nullable) {

    static ColumnType of(Column column) {
        return column.match(NAMES);
    }

    private static final Column.Cases<ColumnType> NAMES = new Column.Cases<>() {
        @Override
        public ColumnType times(Column.Times times) {
            return new ColumnType("time", "time.Time", false);
        }

        @Override
        public ColumnType moments(Column.Moments moments) {
            return new ColumnType("time", "time.Time", true);
        }

        @Override
        public ColumnType numbers(Column.Numbers numbers) {
            return new ColumnType("number", "float64", true);
        }

        @Override
        public ColumnType flags(Column.Flags flags) {
            return new ColumnType("boolean", "bool", true);
        }

        @Override
        public ColumnType texts(Column.Texts texts) {
            return new ColumnType("string", "string", texts.nullable());
        }

        @Override
        public ColumnType documents(Column.Documents documents) {
            return new ColumnType("other", "json.RawMessage", false);
        }
    };
}
