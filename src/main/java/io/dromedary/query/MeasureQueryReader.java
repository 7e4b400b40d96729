// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query;

import static io.dromedary.query.QueryReader.orEmpty;
import static io.dromedary.query.QueryReader.refused;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dromedary.metricql.RefusedException;
import io.dromedary.metricql.change.Filters;
import io.dromedary.metricql.change.Variables;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.syntax.Printer;
import io.dromedary.metricql.tree.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads saved queries of the data sources that {@link MeasureType} lists, and of Cloud Cost. */
final class MeasureQueryReader {

    static final String CLOUD_COST = "cloud-cost";

    private MeasureQueryReader() {}

    /** The members as the editor writes them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Saved(
            @Nullable JsonNode source,
            @Nullable String query,
            @Nullable String legend,
            @Nullable String format,
            @Nullable String aggregator,
            @Nullable Integer limit,
            @Nullable String order,
            @Nullable List<@Nullable SavedFilter> filters,
            @Nullable Map<String, @Nullable List<@Nullable String>> variables) {}

    static Query read(QueryReader.Common common, QueryReader.SavedMembers members) {
        var saved = members.as(Saved.class);
        try {
            return MeasureType.of(common.queryType())
                    .map(type -> read(common, type, saved))
                    .orElseGet(() -> measure(common, saved, cost(saved)));
        } catch (RefusedException refused) {
            throw refused(String.valueOf(refused.getMessage()));
        }
    }

    private static Query measure(QueryReader.Common common, Saved saved, QuerySource source) {
        return new Query.Measure(
                common.refId(), common.hidden(), common.window(), source, orEmpty(saved.legend()), reduction(saved));
    }

    private static @Nullable Reduction reduction(Saved saved) {
        return SavedReduction.read(saved.format(), saved.aggregator(), saved.limit(), saved.order());
    }

    private static Query read(QueryReader.Common common, MeasureType type, Saved saved) {
        var source = saved.source() == null ? JsonNodeFactory.instance.objectNode() : saved.source();
        if (!source.isObject()) {
            throw refused("The value of \"source\" must be an object, such as {\"stat\":\"hits\"}");
        }
        var members = new MeasureMembers(type, SavedVariables.read(saved.variables()))
                .of(source, SavedFilter.read(saved.filters()));
        var wire = members.wire();
        var groupBy = new ArrayList<String>();
        wire.path("group_by").forEach(key -> groupBy.add(key.asText()));
        var asked = new QuerySource(type.dataSource(), wire.toString(), groupBy, type.aggregated(), title(wire));
        if (members.ids().isEmpty() && !members.all()) {
            return measure(common, saved, asked);
        }
        return new Query.Slos(
                common.refId(),
                common.hidden(),
                common.window(),
                asked,
                members.ids(),
                members.all(),
                orEmpty(saved.legend()),
                reduction(saved));
    }

    /** The cost of the cloud is asked in the language of metrics, one query at a time. */
    private static QuerySource cost(Saved saved) {
        var parsed = Parser.parse(orEmpty(saved.query()).strip());
        if (!parsed.problems().isEmpty()
                || parsed.expressions().size() != 1
                || !(parsed.expression() instanceof MetricQuery)) {
            throw refused("A query of type " + CLOUD_COST
                    + " is one metric query, such as sum:aws.cost.net.amortized{*} by {aws_product}; write arithmetic in"
                    + " a metrics query that refers to it");
        }
        var filled = Variables.replace(parsed.expression(), SavedVariables.read(saved.variables()));
        var query = (MetricQuery) Filters.add(filled, SavedFilter.read(saved.filters()));
        var wire = JsonNodeFactory.instance.objectNode().put("query", Printer.print(query));
        return new QuerySource("cloud_cost", wire.toString(), query.by(), true, Printer.print(query));
    }

    /** Names what is measured, then of what: {@code hits prod web}. */
    private static String title(ObjectNode wire) {
        var texts = new ArrayList<String>();
        wire.fields().forEachRemaining(member -> {
            if (member.getValue().isTextual()) {
                texts.add(member.getValue().asText());
            }
        });
        return texts.stream().limit(3).collect(Collectors.joining(" "));
    }
}
