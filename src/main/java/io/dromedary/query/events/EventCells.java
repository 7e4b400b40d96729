// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.product.EventColumn;
import io.dromedary.product.EventProduct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one column of a table, gathered as texts and typed in the end. */
final class EventCells {

    /** A reference, and what a text takes beside its letters. */
    private static final int CELL_BYTES = 48;

    private final EventColumn column;
    private final EventProduct product;
    private final EventLinks links;
    private final List<@Nullable String> values = new ArrayList<>();

    EventCells(EventColumn column, EventProduct product, EventLinks links) {
        this.column = column;
        this.product = product;
        this.links = links;
    }

    /** Takes the value of one more event and returns about how many bytes it holds. */
    int add(Event event) {
        var value = switch (column.kind()) {
            case ID -> event.id();
            case TAGS -> String.join(", ", new LinkedHashSet<>(event.tags()));
            case TEXT, NUMBER, FLAG, NANOS, TIME, TRACE, ADDRESS, ANY -> event.first(column.names());
        };
        values.add(value);
        return value == null ? CELL_BYTES / 8 : CELL_BYTES + value.length();
    }

    Field field() {
        return switch (column.kind()) {
            case TEXT, TAGS -> texts(FieldConfig.NONE);
            case NUMBER -> numbers(FieldConfig.NONE);
            case NANOS -> numbers(FieldConfig.unit("ns"));
            case FLAG -> flags();
            case TIME -> times();
            case TRACE -> texts(links.trace());
            case ADDRESS ->
                texts(values.stream().allMatch(EventCells::isAddress) ? EventLinks.address() : FieldConfig.NONE);
            case ID -> texts(links.event(product));
            case ANY -> values.stream().allMatch(EventCells::isNumber) ? numbers(unit()) : texts(FieldConfig.NONE);
        };
    }

    private Field texts(FieldConfig config) {
        return Field.of(column.title(), config, new Column.Texts(values));
    }

    private Field numbers(FieldConfig config) {
        return Field.of(
                column.title(),
                config,
                new Column.Numbers(
                        values.stream().mapToDouble(EventCells::number).toArray()));
    }

    private Field flags() {
        var flags = new ArrayList<@Nullable Boolean>();
        values.forEach(value -> flags.add(value == null ? null : Boolean.valueOf(value)));
        return Field.of(column.title(), FieldConfig.NONE, new Column.Flags(flags));
    }

    private Field times() {
        var times = new TimeRows();
        values.forEach(value -> times.add(EventTime.nanos(value)));
        return times.moments(column.title());
    }

    /** A measure that a product's own column shows with a unit has it here, too. */
    private FieldConfig unit() {
        return product.isNanos(column.title()) ? FieldConfig.unit("ns") : FieldConfig.NONE;
    }

    private static double number(@Nullable String value) {
        try {
            return value == null ? Double.NaN : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Ids of so many digits would lose some of them. */
    private static boolean isNumber(@Nullable String value) {
        return value == null || (value.length() <= 15 && !Double.isNaN(number(value)) && isPlain(value));
    }

    /** {@code 1d} and {@code NaN} are numbers to Java only. */
    private static boolean isPlain(String value) {
        return value.chars()
                .allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E');
    }

    private static boolean isAddress(@Nullable String value) {
        return value == null || value.startsWith("https://") || value.startsWith("http://");
    }
}
