// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;
import static io.dromedary.query.SavedWords.word;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.dromedary.query.EventTask.Compute;
import io.dromedary.query.EventTask.Group;
import org.jspecify.annotations.Nullable;

/** A facet to group by, in a saved query. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SavedGroup(
        @Nullable String facet,
        @Nullable Integer limit,
        @Nullable SavedSort sort,
        @Nullable String missing) {

    private static final int DEFAULT_LIMIT = 10;

    /** By which measure the first values are chosen. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SavedSort(
            @Nullable String aggregation,
            @Nullable String metric,
            @Nullable String order) {}

    /**
     * @param first what the query computes first: by it the values are sorted unless told
     * @throws io.dromedary.call.FailedException with status 400 and what to correct
     */
    Group group(Compute first) {
        var name = orEmpty(facet).strip();
        if (name.isEmpty()) {
            throw refused("A group has no facet; choose one or remove the group");
        }
        int most = limit == null ? DEFAULT_LIMIT : limit;
        if (most < 1 || most > Group.MAX_LIMIT) {
            throw refused("The limit " + most + " of the group " + SavedWords.shown(name)
                    + " is out of range; use 1 to " + Group.MAX_LIMIT);
        }
        var measure = sort == null || word(sort.aggregation()).isEmpty()
                ? first
                : SavedCompute.compute(sort.aggregation(), sort.metric());
        var ascending = SavedWords.isAscending("order of a group", sort == null ? null : sort.order());
        return new Group(name, most, measure, ascending, missing == null || missing.isBlank() ? null : missing);
    }
}
