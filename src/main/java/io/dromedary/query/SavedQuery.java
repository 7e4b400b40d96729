// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a saved query, as the editor writes it. Unknown members are ignored, absent ones are null; a single value
 * may stand where a list is expected.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SavedQuery(
        @Nullable String queryType,
        @Nullable Integer version,
        @Nullable Boolean hide,
        @Nullable String query,
        @Nullable String legend,
        @Nullable String format,
        @Nullable String aggregator,
        @Nullable Integer limit,
        @Nullable String order,
        @Nullable String rollup,
        @Nullable List<@Nullable SavedFilter> filters,
        @Nullable Map<String, @Nullable List<@Nullable String>> variables) {

    /**
     * One of Grafana's ad-hoc filters.
     *
     * @param value what Grafana itself writes for operators of one value
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SavedFilter(
            @Nullable String key,
            @Nullable String operator,
            @Nullable String value,
            @Nullable List<@Nullable String> values) {}
}
