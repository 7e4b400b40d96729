// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.ddsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dromedary.call.FailedException;
import io.dromedary.metricql.change.VariableValue;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    private static final Map<String, VariableValue> VARIABLES = Map.of(
            "host", VariableValue.of("it's"),
            "hosts", VariableValue.of("a", "b"),
            "n", VariableValue.of("12"),
            "all", VariableValue.everything(),
            "none", VariableValue.of());

    @Test
    void putsVariablesInAsLiterals() {
        assertThat(SqlText.replaced(
                        "x = $host AND y IN (${hosts}) AND z > $n AND w = '$host' AND v = $other", VARIABLES))
                .isEqualTo("x = 'it''s' AND y IN ('a', 'b') AND z > 12 AND w = 'it''s' AND v = $other");
    }

    @Test
    void refusesWhatSqlHasNoWordFor() {
        assertThatThrownBy(() -> SqlText.replaced("x = $all", VARIABLES)).isInstanceOf(FailedException.class);
        assertThatThrownBy(() -> SqlText.replaced("x = $none", VARIABLES)).isInstanceOf(FailedException.class);
    }

    @Property
    void noValueEndsItsLiteral(@ForAll String value) {
        var sql = SqlText.replaced("x = '$v'", Map.of("v", VariableValue.of(value)));

        assertThat(sql.chars().filter(c -> c == '\'').count()).isEven();
        assertThat(sql.substring(5, sql.length() - 1).replace("''", "")).doesNotContain("'");
    }
}
