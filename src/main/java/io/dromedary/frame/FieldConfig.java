// SPDX-License-Identifier: Apache-2.0
package io.dromedary.frame;

import org.jspecify.annotations.Nullable;

/**
 * How Grafana shows a field.
 *
 * @param displayName the name given by the data source ({@code displayNameFromDS}); a user's override still wins
 * @param unit Grafana's unit id, for example {@code percent}, {@code bytes}, {@code ms}
 * @param intervalMillis distance of the points in milliseconds, so that Grafana draws gaps; 0 when unknown
 */
public record FieldConfig(
        @Nullable String displayName, @Nullable String unit, long intervalMillis) {

    /** Says nothing. */
    public static final FieldConfig NONE = new FieldConfig(null, null, 0);
}
