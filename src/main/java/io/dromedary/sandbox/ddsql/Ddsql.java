// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import io.dromedary.sandbox.ddsql.Select.Aggregate;
import io.dromedary.sandbox.ddsql.Select.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs statements. Stateless. */
public final class Ddsql {

    private Ddsql() {}

    /**
     * Runs a statement.
     *
     * @throws RefusedSqlException if it cannot be understood, or asks for what there is not
     */
    public static SqlTable run(String sql, SqlTable.Tables tables) {
        var select = SelectParser.parse(sql);
        var table = table(select, tables);
        var rows = filtered(select, table);
        var result = select.isGrouped() ? grouped(select, table, rows) : plain(select, table, rows);
        return ordered(select, result);
    }

    private static SqlTable table(Select select, SqlTable.Tables tables) {
        if (select.table().isEmpty()) {
            if (select.items().isEmpty()) {
                throw new RefusedSqlException("SELECT * needs a table");
            }
            return new SqlTable(List.of(), List.of(List.of()));
        }
        var table = tables.named(select.table());
        if (table == null) {
            throw new RefusedSqlException("table \"" + select.table() + "\" does not exist in the sandbox");
        }
        return table;
    }

    private static List<List<@Nullable Object>> filtered(Select select, SqlTable table) {
        var where = select.where();
        return where == null
                ? table.rows()
                : table.rows().stream().filter(row -> where.holds(table, row)).toList();
    }

    private static SqlTable plain(Select select, SqlTable table, List<List<@Nullable Object>> rows) {
        if (select.items().isEmpty()) {
            return new SqlTable(table.columns(), rows);
        }
        var columns = select.items().stream().map(item -> column(item, table)).toList();
        var selected = rows.stream()
                .map(row -> values(select.items().stream().map(item -> value(item, table, row))))
                .toList();
        return new SqlTable(columns, selected);
    }

    private static @Nullable Object value(Item item, SqlTable table, List<@Nullable Object> row) {
        return item.column().isEmpty() ? item.literal() : row.get(table.index(item.column()));
    }

    /** A list that may hold nulls, unlike {@link Stream#toList} and {@link List#of} it compares as expected. */
    private static List<@Nullable Object> values(Stream<? extends @Nullable Object> values) {
        var list = new ArrayList<@Nullable Object>();
        values.forEach(list::add);
        return list;
    }

    private static SqlTable.Column column(Item item, SqlTable table) {
        return new SqlTable.Column(item.name(), type(item, table));
    }

    private static ColumnType type(Item item, SqlTable table) {
        if (item.column().isEmpty()) {
            return item.literal() instanceof String
                    ? ColumnType.VARCHAR
                    : item.literal() instanceof Boolean
                            ? ColumnType.BOOLEAN
                            : item.literal() instanceof Long ? ColumnType.BIGINT : ColumnType.DOUBLE;
        }
        if (item.aggregate() == Aggregate.COUNT) {
            return ColumnType.BIGINT;
        }
        var type = table.columns().get(table.index(item.column())).type();
        if (item.aggregate() == Aggregate.SUM || item.aggregate() == Aggregate.AVG) {
            if (!type.isNumeric()) {
                throw new RefusedSqlException(
                        "sum and avg need a column of numbers, \"" + item.column() + "\" is none");
            }
            return item.aggregate() == Aggregate.AVG ? ColumnType.DOUBLE : type;
        }
        return type;
    }

    private static SqlTable grouped(Select select, SqlTable table, List<List<@Nullable Object>> rows) {
        if (select.items().isEmpty()) {
            throw new RefusedSqlException("SELECT * and GROUP BY do not go together");
        }
        for (var item : select.items()) {
            if (item.aggregate() == null
                    && !item.column().isEmpty()
                    && !select.groupBy().contains(item.column())) {
                throw new RefusedSqlException(
                        "column \"" + item.column() + "\" must be in GROUP BY or in an aggregate function");
            }
        }
        var columns = select.items().stream().map(item -> column(item, table)).toList();
        var groups = new LinkedHashMap<List<@Nullable Object>, List<List<@Nullable Object>>>();
        if (select.groupBy().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (var row : rows) {
            var key = values(select.groupBy().stream().map(name -> row.get(table.index(name))));
            groups.computeIfAbsent(key, unknown -> new ArrayList<>()).add(row);
        }
        var result = groups.values().stream()
                .map(group -> values(select.items().stream().map(item -> aggregated(item, table, group))))
                .toList();
        return new SqlTable(columns, result);
    }

    private static @Nullable Object aggregated(Item item, SqlTable table, List<List<@Nullable Object>> group) {
        if (item.aggregate() == null) {
            return value(item, table, group.get(0));
        }
        if (item.column().equals("*")) {
            return (long) group.size();
        }
        int index = table.index(item.column());
        var values = group.stream().map(row -> row.get(index)).filter(Objects::nonNull);
        return Aggregates.of(item.aggregate(), (item.distinct() ? values.distinct() : values).toList());
    }

    private static SqlTable ordered(Select select, SqlTable result) {
        Comparator<List<@Nullable Object>> order = (unusedOne, unusedOther) -> 0;
        for (var by : select.orderBy()) {
            int index = orderIndex(by.name(), result);
            Comparator<List<@Nullable Object>> next =
                    (one, other) -> Aggregates.compare(one.get(index), other.get(index));
            order = order.thenComparing(by.descending() ? next.reversed() : next);
        }
        var rows = select.distinct() ? result.rows().stream().distinct() : result.rows().stream();
        return new SqlTable(
                result.columns(), rows.sorted(order).limit(select.limit()).toList());
    }

    private static int orderIndex(String name, SqlTable result) {
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            int number = name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
            if (number >= 1 && number <= result.columns().size()) {
                return number - 1;
            }
            throw new RefusedSqlException("ORDER BY position " + name + " is not in the select list");
        }
        for (int i = 0; i < result.columns().size(); i++) {
            if (result.columns().get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new RefusedSqlException("ORDER BY \"" + name + "\" is not in the select list");
    }
}
