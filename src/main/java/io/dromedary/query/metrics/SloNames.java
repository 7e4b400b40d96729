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
     * Returns what a query asks about each SLO that it means, by id. Where others have its name, the label has the id,
     * too, whether they are asked about or not: a label that changes with the choice would confuse alert rules.
     */
    Map<String, QuerySource> sources(Query.Slos query) {
        var sources = new LinkedHashMap<String, QuerySource>();
        for (var id : chosen(query)) {
            var name = byId.getOrDefault(id, id);
            boolean shared = Collections.frequency(byId.values(), name) > 1;
            sources.put(id, query.source(id, shared ? name + " (" + id + ")" : name));
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
