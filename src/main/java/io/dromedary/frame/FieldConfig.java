// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Grafana shows a field.
 *
 * @param displayName the name given by the data source ({@code displayNameFromDS}); a user's override still wins
 * @param unit Grafana's unit id, for example {@code percent}, {@code bytes}, {@code ms}
 * @param intervalMillis distance of the points in milliseconds, so that Grafana draws gaps; 0 when unknown
 * @param links where a click on a cell leads
 * @param color one of Grafana's colours, such as {@code red}; null for its own choice
 */
public record FieldConfig(
        @Nullable String displayName,
        @Nullable String unit,
        long intervalMillis,
        List<DataLink> links,
        @Nullable String color) {

    /** Says nothing. */
    public static final FieldConfig NONE = new FieldConfig(null, null, 0, List.of(), null);

    public FieldConfig {
        links = List.copyOf(links);
    }

    /** Describes a series. */
    public static FieldConfig series(@Nullable String displayName, @Nullable String unit, long intervalMillis) {
        return new FieldConfig(displayName, unit, intervalMillis, List.of(), null);
    }

    /** Describes a column by its unit alone. */
    public static FieldConfig unit(String unit) {
        return new FieldConfig(null, unit, 0, List.of(), null);
    }

    /** Describes a column by where its cells lead. */
    public static FieldConfig linked(DataLink... links) {
        return new FieldConfig(null, null, 0, List.of(links), null);
    }

    /** Describes a field by its name and colour, as the arcs of a node graph need it. */
    public static FieldConfig colored(String displayName, String color) {
        return new FieldConfig(displayName, null, 0, List.of(), color);
    }
}
