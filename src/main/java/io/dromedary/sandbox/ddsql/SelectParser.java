// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.ddsql;

import io.dromedary.sandbox.ddsql.Select.Aggregate;
import io.dromedary.sandbox.ddsql.Select.Item;
import io.dromedary.sandbox.ddsql.Select.Order;
import io.dromedary.sandbox.ddsql.SqlLexer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a statement. */
final class SelectParser {

    private static final Set<String> UNKNOWN =
            Set.of("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "HAVING", "UNION", "OFFSET", "WITH");

    /** What may follow an item or a table and is no alias. */
    private static final Set<String> FOLLOWING = Set.of("FROM", "WHERE", "GROUP", "ORDER", "LIMIT");

    private final TokenReader reader;

    private SelectParser(String sql) {
        this.reader = new TokenReader(SqlLexer.tokens(sql));
    }

    static Select parse(String sql) {
        return new SelectParser(sql).select();
    }

    private Select select() {
        refuseUnknown();
        reader.expect("SELECT");
        boolean distinct = reader.skip("DISTINCT");
        var items = items();
        String table = reader.skip("FROM") ? table() : "";
        if (table.isEmpty() && items.stream().anyMatch(item -> !item.column().isEmpty())) {
            throw reader.unexpected("FROM is expected");
        }
        var where = reader.skip("WHERE") ? new ConditionParser(reader).any() : null;
        var groupBy = groupBy();
        var orderBy = orderBy();
        int limit = reader.skip("LIMIT") ? limit() : Integer.MAX_VALUE;
        reader.skip(";");
        refuseUnknown();
        if (reader.peek().kind() != Kind.END) {
            throw reader.unexpected("the end of the statement is expected");
        }
        return new Select(distinct, items, table, where, groupBy, orderBy, limit);
    }

    private void refuseUnknown() {
        var token = reader.peek();
        if (token.kind() == Kind.NAME
                && !token.quoted()
                && UNKNOWN.contains(token.text().toUpperCase(Locale.ROOT))) {
            throw new RefusedSqlException(token.text().toUpperCase(Locale.ROOT) + " is not available in the sandbox");
        }
    }

    private List<Item> items() {
        if (reader.skip("*")) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        do {
            items.add(item());
        } while (reader.skip(","));
        return items;
    }

    private Item item() {
        if (reader.peek().kind() != Kind.NAME
                || reader.peek().is("true")
                || reader.peek().is("false")) {
            Object literal = reader.literal();
            return new Item(alias("?column?"), "", null, false, literal);
        }
        String name = reader.name();
        if (!reader.skip("(")) {
            return new Item(alias(simple(name)), simple(name), null, false, null);
        }
        var aggregate = aggregate(name);
        boolean distinct = reader.skip("DISTINCT");
        String column = aggregate == Aggregate.COUNT && reader.skip("*") ? "*" : simple(reader.name());
        reader.expect(")");
        return new Item(alias(name.toLowerCase(Locale.ROOT)), column, aggregate, distinct, null);
    }

    private static Aggregate aggregate(String name) {
        for (var aggregate : Aggregate.values()) {
            if (aggregate.name().equalsIgnoreCase(name)) {
                return aggregate;
            }
        }
        throw new RefusedSqlException(
                "function " + name + "() is not available in the sandbox; there are count, sum, avg, min and max");
    }

    /** A column without the table's name or alias. */
    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private String alias(String otherwise) {
        return reader.skip("AS") || isAlias() ? reader.name() : otherwise;
    }

    private boolean isAlias() {
        var token = reader.peek();
        String word = token.text().toUpperCase(Locale.ROOT);
        return token.kind() == Kind.NAME && (token.quoted() || !(FOLLOWING.contains(word) || UNKNOWN.contains(word)));
    }

    private String table() {
        String name = simple(reader.name());
        refuseUnknown();
        // an alias is of no use with a single table
        alias(name);
        if (reader.peek().is(",")) {
            throw new RefusedSqlException("several tables are not available in the sandbox");
        }
        refuseUnknown();
        return name;
    }

    private List<String> groupBy() {
        refuseUnknown();
        var columns = new ArrayList<String>();
        if (reader.skip("GROUP")) {
            reader.expect("BY");
            do {
                columns.add(simple(reader.name()));
            } while (reader.skip(","));
        }
        refuseUnknown();
        return columns;
    }

    private List<Order> orderBy() {
        var orders = new ArrayList<Order>();
        if (reader.skip("ORDER")) {
            reader.expect("BY");
            do {
                orders.add(order());
            } while (reader.skip(","));
        }
        return orders;
    }

    private Order order() {
        var token = reader.peek();
        String name = token.kind() == Kind.NUMBER ? reader.next().text() : orderName();
        boolean descending = reader.skip("DESC");
        if (!descending) {
            reader.skip("ASC");
        }
        return new Order(name, descending);
    }

    /** A name, or an aggregate as it stands among the items, which is called like its function. */
    private String orderName() {
        String name = reader.name();
        if (reader.skip("(")) {
            reader.skip("DISTINCT");
            if (!reader.skip("*")) {
                reader.name();
            }
            reader.expect(")");
            return name.toLowerCase(Locale.ROOT);
        }
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private int limit() {
        @Nullable Object limit = reader.literal();
        if (limit instanceof Long rows && rows >= 0) {
            return (int) Math.min(rows, Integer.MAX_VALUE);
        }
        throw new RefusedSqlException("LIMIT must be a whole number, 0 or more");
    }
}
