// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.query.EventTask.Compute;
import io.dromedary.query.EventTask.Group;
import java.util.List;

/** Counts and measures of events as Datadog's v2 timeseries and scalar queries take them. Stateless. */
public final class EventSource {

    private EventSource() {}

    /**
     * Returns one measure as a query of its own.
     *
     * @param text the search as it is sent
     */
    public static QuerySource of(EventSearch search, String text, Compute compute, List<Group> groups) {
        var members = JsonNodeFactory.instance.objectNode();
        measure(compute, members.putObject("compute"));
        members.putObject("search").put("query", text);
        search.indexes().forEach(members.putArray("indexes")::add);
        if (!groups.isEmpty()) {
            var array = members.putArray("group_by");
            groups.forEach(group -> group(group, array.addObject()));
        }
        return new QuerySource(
                search.product().dataSource(),
                members.toString(),
                groups.stream().map(Group::facet).toList(),
                false,
                title(search, text, compute));
    }

    private static void group(Group group, ObjectNode out) {
        out.put("facet", group.facet());
        out.put("limit", group.limit());
        var sort = out.putObject("sort");
        measure(group.sort(), sort);
        sort.put("order", group.ascending() ? "asc" : "desc");
    }

    private static void measure(Compute compute, ObjectNode out) {
        out.put("aggregation", compute.aggregation());
        if (!compute.metric().isEmpty()) {
            out.put("metric", compute.metric());
        }
    }

    private static String title(EventSearch search, String text, Compute compute) {
        var measure =
                compute.metric().isEmpty() ? compute.aggregation() : compute.aggregation() + " of " + compute.metric();
        return measure + " of " + search.product().plural() + (text.equals("*") ? "" : " " + text);
    }
}
