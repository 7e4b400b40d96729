// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import io.dromedary.metricql.change.VariableValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the dashboard's variables in a saved query stand for. */
final class SavedVariables {

    /** How Grafana passes on that everything is chosen, and how the editor does. */
    private static final List<String> EVERYTHING = List.of("*", "$__all");

    private SavedVariables() {}

    /** Returns the values by name; blank ones are left out. */
    static Map<String, VariableValue> read(@Nullable Map<String, @Nullable List<@Nullable String>> saved) {
        var variables = new HashMap<String, VariableValue>();
        if (saved != null) {
            saved.forEach((name, values) -> variables.put(name, variable(values)));
        }
        return variables;
    }

    private static VariableValue variable(@Nullable List<@Nullable String> values) {
        var filled = values == null
                ? List.<String>of()
                : values.stream()
                        .map(QueryReader::orEmpty)
                        .filter(value -> !value.isBlank())
                        .toList();
        return filled.stream().anyMatch(EVERYTHING::contains)
                ? VariableValue.everything()
                : new VariableValue(filled, false);
    }
}
