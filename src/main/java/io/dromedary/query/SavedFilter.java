// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dromedary.call.FailedException;
import io.dromedary.metricql.change.Filter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of Grafana's ad-hoc filters in a saved query.
 *
 * @param value what Grafana itself writes for operators of one value
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SavedFilter(
        @Nullable String key,
        @Nullable String operator,
        @Nullable String value,
        @Nullable List<@Nullable String> values) {

    /** @throws FailedException with status 400 for a filter without a key or of an unknown operator */
    static List<Filter> read(@Nullable List<@Nullable SavedFilter> saved) {
        return saved == null
                ? List.of()
                : saved.stream()
                        .filter(Objects::nonNull)
                        .map(SavedFilter::filter)
                        .toList();
    }

    private Filter filter() {
        var name = orEmpty(key).strip();
        if (name.isEmpty()) {
            throw refused("A filter has no key; choose a tag or remove the filter");
        }
        var sign = orEmpty(operator).strip();
        var meaning = Filter.Operator.of(sign.isEmpty() ? "=" : sign)
                .orElseThrow(
                        () -> SavedWords.unknown("operator of the filter on " + SavedWords.shown(name), sign, signs()));
        var wanted = values == null || values.isEmpty()
                ? Stream.of(orEmpty(value))
                : values.stream().map(QueryReader::orEmpty);
        return new Filter(name, meaning, wanted.toList());
    }

    private static List<String> signs() {
        return Arrays.stream(Filter.Operator.values())
                .map(Filter.Operator::sign)
                .toList();
    }
}
