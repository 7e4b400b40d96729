// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import io.dromedary.call.FailedException;
import io.dromedary.call.Failure;
import io.dromedary.metricql.change.VariableValue;
import io.dromedary.metricql.tree.VariableText;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL with the dashboard's variables put in: as literals where they stand alone, {@code 'a'} or {@code 'a', 'b'}, as
 * their text within quotes that are there already. A value cannot end the literal it stands in.
 */
final class SqlText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private SqlText() {}

    /**
     * @throws FailedException 400 for a variable of which everything or nothing is chosen: SQL has no word for these
     */
    static String replaced(String sql, Map<String, VariableValue> variables) {
        var text = new StringBuilder();
        var at = 0;
        for (var found : VariableText.all(sql)) {
            text.append(sql, at, found.from());
            var value = variables.get(found.name());
            text.append(
                    value == null
                            ? sql.substring(found.from(), found.to())
                            : written(found.name(), value, isQuoted(sql, found.from())));
            at = found.to();
        }
        return text.append(sql.substring(at)).toString();
    }

    /** A quote within a literal is written twice, so counting is enough. */
    private static boolean isQuoted(String sql, int at) {
        return sql.substring(0, at).chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    private static String written(String name, VariableValue value, boolean quoted) {
        if (value.all() || value.values().isEmpty()) {
            throw new FailedException(Failure.badRequest("The variable " + name + " has "
                    + (value.all() ? "everything" : "nothing")
                    + " chosen, for which SQL has no word; choose values, or leave the condition out"));
        }
        if (quoted) {
            return value.values().stream().map(SqlText::escaped).collect(Collectors.joining("', '"));
        }
        return value.values().stream()
                .map(one -> NUMBER.matcher(one).matches() ? one : "'" + escaped(one) + "'")
                .collect(Collectors.joining(", "));
    }

    private static String escaped(String value) {
        return value.replace("'", "''");
    }
}
