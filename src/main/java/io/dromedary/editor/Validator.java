// SPDX-License-Identifier: Apache-2.0
package io.dromedary.editor;

import io.dromedary.autocomplete.Gathering;
import io.dromedary.autocomplete.Lookup;
import io.dromedary.autocomplete.Lookups;
import io.dromedary.call.FailedException;
import io.dromedary.instance.Instance;
import io.dromedary.metadata.MetadataCache;
import io.dromedary.metricql.Problem;
import io.dromedary.metricql.check.Checker;
import io.dromedary.metricql.syntax.Parser;
import io.dromedary.metricql.tree.Leaves;
import io.dromedary.metricql.tree.MetricQuery;
import io.dromedary.resource.ResourceJson;
import io.dromedary.resource.ResourceReply;
import io.dromedary.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Judges a query: what the language says, and warnings about metrics and tags that are not there. Thread-safe. */
public final class Validator {

    /** Of so many metrics the tags are asked for; a query with more is validated as far as lists are cached. */
    private static final int MAX_METRICS = 5;

    private final ResourceJson json;
    private final Lookups lookups;
    private final MetadataCache metadata;
    private final Uses uses;

    public Validator(ResourceJson json, Lookups lookups, MetadataCache metadata, Uses uses) {
        this.json = json;
        this.lookups = lookups;
        this.metadata = metadata;
        this.uses = uses;
    }

    /**
     * Reads {@code {"query":"…"}}.
     *
     * @throws FailedException 400 or 413, with what to correct
     */
    public Validation read(ResourceRequest request, Instance instance) {
        var parsed = Parser.parse(json.text(json.read(request), "query", CompletionReader.MAX_TEXT));
        var queries = parsed.expressions().stream()
                .flatMap(expression -> Leaves.queries(expression).stream())
                .toList();
        return new Validation(
                instance, parsed, queries, needed(queries, instance), MetricTypeWarnings.concerned(queries));
    }

    private List<Lookup> needed(List<MetricQuery> queries, Instance instance) {
        var tags = queries.stream()
                .map(MetricQuery::metric)
                .distinct()
                .flatMap(metric -> lookups.allTags(instance, metric).stream())
                .limit(MAX_METRICS)
                .toList();
        return tags.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(lookups.allMetrics(instance)), tags.stream())
                        .toList();
    }

    /** Returns the metrics whose tag configuration decides whether there is a warning. */
    public List<String> undecided(Validation validation) {
        return MetricTypeWarnings.undecided(validation, metadata);
    }

    /** Returns {@code {"problems":[{"from","to","severity","message"}],"reason"?}}, in the order of the text. */
    public ResourceReply reply(Validation validation, Gathering gathering) {
        var problems = new ArrayList<>(Checker.check(validation.parsed()));
        if (problems.stream().noneMatch(Problem::isError)) {
            uses.note(validation.instance(), names(validation.queries()));
        }
        problems.addAll(new ListWarnings(validation, gathering, lookups).all());
        problems.addAll(new MetricTypeWarnings(validation, metadata).all());
        problems.sort(Comparator.comparingInt(Problem::from).thenComparingInt(Problem::to));
        var answer = json.object();
        ProblemJson.write(problems, answer.putArray("problems"));
        gathering.reason().ifPresent(reason -> answer.put("reason", reason));
        return json.reply(answer);
    }

    private static List<String> names(List<MetricQuery> queries) {
        return queries.stream()
                .flatMap(query -> Stream.concat(Stream.of(query.metric()), query.by().stream()))
                .distinct()
                .toList();
    }
}
