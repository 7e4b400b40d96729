// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.unknown;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log line whose neighbours are asked for, in a saved query.
 *
 * @param timestamp milliseconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SavedContext(
        @Nullable String id,
        @Nullable Long timestamp,
        @Nullable String service,
        @Nullable String host) {

    /** @throws io.dromedary.call.FailedException with status 400 and what to correct */
    static EventTask read(@Nullable SavedContext saved, String direction, int limit) {
        var time = saved == null ? null : saved.timestamp();
        if (saved == null || time == null || time < 0) {
            throw refused("The context of a log line needs \"contextOf\" with the \"timestamp\" of the line");
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("service", orEmpty(saved.service()));
        fields.put("host", orEmpty(saved.host()));
        fields.values().removeIf(String::isBlank);
        return new EventTask.Context(
                orEmpty(saved.id()), Instant.ofEpochMilli(time), fields, isBefore(direction), limit);
    }

    private static boolean isBefore(String direction) {
        return switch (direction) {
            case "", "before" -> true;
            case "after" -> false;
            default -> throw unknown("direction", direction, List.of("before", "after"));
        };
    }
}
