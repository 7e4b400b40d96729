// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import io.dromedary.call.Failure;
import io.dromedary.frame.Notice;
import io.dromedary.query.Query;
import io.dromedary.query.QuerySource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the SLOs of a data source are called.
 *
 * @param byId in the order in which they are listed
 * @param failure why they could not be listed, null if they were or nobody needs them
 */
public record SloNames(Map<String, String> byId, @Nullable Failure failure) {

    /** Where no query is about several SLOs. */
    static final SloNames NONE = new SloNames(Map.of(), null);

    public SloNames {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /**
     * Returns what a query asks about each SLO that it means, by id; of two with one name, the label has the id, too.
     */
    Map<String, QuerySource> sources(Query.Slos query) {
        var sources = new LinkedHashMap<String, QuerySource>();
        var labels = new LinkedHashSet<String>();
        for (var id : chosen(query)) {
            var name = byId.getOrDefault(id, id);
            sources.put(id, query.source(id, labels.add(name) ? name : name + " (" + id + ")"));
        }
        return sources;
    }

    /** Returns what a viewer should know. */
    List<Notice> notices(Query.Slos query) {
        return meant(query).size() <= Query.Slos.MAX
                ? List.of()
                : List.of(Notice.warning("All SLOs are chosen, and " + Query.Slos.MAX
                        + " are shown at most; choose some, or narrow the variable down"));
    }

    /** Returns why a query cannot be asked: nobody knows which SLOs there are; null if it can. */
    @Nullable
    Failure failure(Query.Slos query) {
        return query.all() ? failure : null;
    }

    private List<String> chosen(Query.Slos query) {
        return meant(query).stream().limit(Query.Slos.MAX).toList();
    }

    private LinkedHashSet<String> meant(Query.Slos query) {
        var meant = new LinkedHashSet<>(query.ids());
        if (query.all()) {
            meant.addAll(byId.keySet());
        }
        return meant;
    }
}
