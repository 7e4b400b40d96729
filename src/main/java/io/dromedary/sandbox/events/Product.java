// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.events;

import io.dromedary.sandbox.search.Facets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The event-like products of Datadog. */
public enum Product {
    LOGS(
            "logs",
            "log",
            new Facets("attributes", Set.of("trace_id", "span_id"), List.of("message", "attributes.error.message"))),
    SPANS("spans", "spans", new Facets("custom", Set.of(), List.of("resource_name", "custom.error.message"))),
    RUM(
            "rum",
            "rum",
            new Facets(
                    "attributes",
                    Set.of(),
                    List.of("attributes.view.url", "attributes.action.name", "attributes.error.message"))),
    AUDIT("audit", "audit", new Facets("attributes", Set.of(), List.of("message", "attributes.evt.name"))),
    EVENTS(
            "events",
            "event",
            new Facets(
                    "attributes",
                    Set.of("title", "priority", "aggregation_key", "event_object"),
                    List.of("attributes.title", "message"))),
    CI_PIPELINES(
            "ci_pipelines",
            "cipipeline",
            new Facets(
                    "attributes",
                    Set.of("duration"),
                    List.of("attributes.ci.pipeline.name", "attributes.git.commit.message"))),
    CI_TESTS(
            "ci_tests",
            "citest",
            new Facets(
                    "attributes",
                    Set.of("duration"),
                    List.of("attributes.test.name", "attributes.test.suite", "attributes.error.message"))),
    SECURITY_SIGNALS(
            "security_signals",
            "signal",
            new Facets("attributes", Set.of("title"), List.of("attributes.title", "message")));

    private final String dataSource;
    private final String type;
    private final Facets facets;

    Product(String dataSource, String type, Facets facets) {
        this.dataSource = dataSource;
        this.type = type;
        this.facets = facets;
    }

    /** The product of a {@code data_source} of v2 queries. */
    public static Optional<Product> of(String dataSource) {
        return Stream.of(values())
                .filter(product -> product.dataSource.equals(dataSource))
                .findFirst();
    }

    /** The {@code type} of its events in JSON. */
    public String type() {
        return type;
    }

    public Facets facets() {
        return facets;
    }
}
