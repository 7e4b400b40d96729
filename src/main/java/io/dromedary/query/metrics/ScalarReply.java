// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.query.metrics.MetricsReply.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row for each group of tags.
 *
 * @param groups a column for each tag key
 * @param values a column for each formula of the call, in its order
 */
public record ScalarReply(List<Group> groups, List<Values> values) implements QueryReply {

    public ScalarReply {
        groups = List.copyOf(groups);
        values = List.copyOf(values);
    }

    /**
     * The values of one tag key.
     *
     * @param cells one for each row; several values are joined, null where a row has no such tag
     */
    public record Group(String key, List<@Nullable String> cells) {}

    /**
     * The numbers of one formula.
     *
     * @param perUnit the unit below the fraction bar
     * @param numbers one for each row, {@code NaN} where there is none
     */
    public record Values(Unit unit, Unit perUnit, double[] numbers) {}

    @Override
    public long sizeBytes() {
        var bytes = 64L;
        for (var group : groups) {
            for (var cell : group.cells()) {
                bytes += 8 + (cell == null ? 0 : 48 + 2L * cell.length());
            }
        }
        for (var column : values) {
            bytes += 128 + 8L * column.numbers().length;
        }
        return bytes;
    }
}
