// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.dromedary.sandbox.catalog.Catalog;
import io.dromedary.sandbox.catalog.Metric;
import io.dromedary.sandbox.catalog.MetricType;
import io.dromedary.sandbox.catalog.Unit;
import io.dromedary.sandbox.signal.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which metrics there are, what they are, which tags they have. */
final class MetricEndpoints {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final int MOST_NAMES = 10_000;
    private static final long HOUR_SECONDS = TimeUnit.HOURS.toSeconds(1);
    private static final long FOUR_HOURS_SECONDS = 4 * HOUR_SECONDS;
    private static final long MONTH_SECONDS = TimeUnit.DAYS.toSeconds(30);

    private final Catalog catalog;

    MetricEndpoints(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/api/v2/metrics", "metrics_list", this::list),
                Endpoint.get("/api/v2/metrics/*/all-tags", "metrics_tags", this::tags),
                Endpoint.get("/api/v2/metrics/*/tags", "metrics_tags", this::configuration),
                Endpoint.get("/api/v1/metrics", "metric_retrieval", this::active),
                Endpoint.get("/api/v1/metrics/*", "metric_metadata", this::metadata),
                Endpoint.get("/api/v1/search", "search", this::search));
    }

    private Json.Text list(Call call) {
        long seconds = call.parameters().number("window[seconds]", HOUR_SECONDS, 1, MONTH_SECONDS);
        var names = catalog.all().stream()
                .filter(metric -> isOfType(metric, call.parameters()))
                .filter(metric -> call.parameters()
                        .text("filter[tags]")
                        .map(filter -> TagSearch.matches(metric, filter, call.nowMs(), seconds))
                        .orElse(true))
                .map(Metric::name)
                .toList();
        return page(names, call.parameters());
    }

    /** Only who sends {@code page[size]} gets pages, and with them {@code meta}: v2 spec. */
    private static Json.Text page(List<String> names, Parameters parameters) {
        long size = parameters.number("page[size]", MOST_NAMES, 1, MOST_NAMES);
        var cursor = parameters.text("page[cursor]").orElse("");
        var page = CursorPage.of(names, name -> name, cursor, size);
        var data = page.items().stream()
                .map(name -> Tree.object("type", "metrics", "id", name))
                .toList();
        var reply = Tree.object("data", data);
        if (parameters.has("page[size]") || !cursor.isEmpty()) {
            var pagination = Tree.object(
                    "cursor",
                    cursor.isEmpty() ? null : cursor,
                    "next_cursor",
                    page.next(),
                    "limit",
                    size,
                    "type",
                    "cursor_limit");
            reply.put("meta", Tree.object("pagination", pagination));
        }
        return Tree.text(reply);
    }

    private static boolean isOfType(Metric metric, Parameters parameters) {
        boolean distribution = metric.type() == MetricType.DISTRIBUTION;
        boolean percentiles = parameters.flag("filter[include_percentiles]", distribution);
        String type = parameters.text("filter[metric_type]").orElse("");
        return percentiles == distribution
                && (type.isEmpty() || type.equals(distribution ? "distribution" : "non_distribution"));
    }

    private Json.Text tags(Call call) {
        if (!NAME.matcher(call.name()).matches()) {
            throw RefusedCallException.badRequest(
                    "Invalid metric name: metric name must start with a letter and only contain "
                            + "letters, numbers, dots, and underscores");
        }
        var metric = find(call.name(), "Not Found");
        long seconds =
                call.parameters().number("window[seconds]", FOUR_HOURS_SECONDS, FOUR_HOURS_SECONDS, MONTH_SECONDS);
        var tags = new TreeSet<String>();
        TagSearch.series(metric, call.nowMs(), seconds)
                .forEach(series -> series.tags().forEach((key, value) -> tags.add(key + ":" + value)));
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("data");
            out.writeStringField("type", "metrics");
            out.writeStringField("id", metric.name());
            out.writeObjectFieldStart("attributes");
            Json.texts(out, "tags", tags);
            Json.texts(out, "ingested_tags", List.of());
            out.writeEndObject();
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    /** Distributions have one, and percentiles. */
    private Json.Text configuration(Call call) {
        var metric = find(call.name(), "Not Found");
        if (metric.type() != MetricType.DISTRIBUTION) {
            throw RefusedCallException.notFound("Not Found");
        }
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("data");
            out.writeStringField("type", "manage_tags");
            out.writeStringField("id", metric.name());
            out.writeObjectFieldStart("attributes");
            out.writeStringField("metric_type", metric.type().wireName());
            out.writeBooleanField("include_percentiles", true);
            out.writeEndObject();
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    private Json.Text active(Call call) {
        call.parameters().required("from");
        long from = call.parameters().number("from", 0, 0, Long.MAX_VALUE / 1000);
        long seconds = Math.max(0, call.nowMs() / 1000 - from);
        var names = catalog.all().stream()
                .filter(metric -> TagSearch.reports(metric, call.parameters(), call.nowMs(), seconds))
                .map(Metric::name)
                .toList();
        return out -> {
            out.writeStartObject();
            Json.texts(out, "metrics", names);
            out.writeStringField("from", Long.toString(from));
            out.writeEndObject();
        };
    }

    private Json.Text metadata(Call call) {
        var metric = find(call.name(), "metric_name not found");
        return out -> {
            out.writeStartObject();
            out.writeStringField("type", metric.type().wireName());
            out.writeStringField("description", metric.description());
            out.writeNullField("short_name");
            unit(out, "unit", metric.unit());
            unit(out, "per_unit", metric.per());
            out.writeNumberField("statsd_interval", Reading.RAW_SECONDS);
            out.writeStringField("integration", metric.integration());
            out.writeEndObject();
        };
    }

    private static void unit(JsonGenerator out, String field, @Nullable Unit unit) throws IOException {
        if (unit == null) {
            out.writeNullField(field);
        } else {
            out.writeStringField(field, unit.name());
        }
    }

    private Json.Text search(Call call) {
        String query = call.parameters().text("q").orElse("");
        boolean hosts = query.startsWith("hosts:");
        String part = query.replaceFirst("^(metrics|hosts):", "").toLowerCase(Locale.ROOT);
        var names = catalog.all().stream()
                .map(Metric::name)
                .filter(name -> !hosts && name.contains(part))
                .toList();
        return out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("results");
            Json.texts(out, "metrics", names);
            Json.texts(
                    out,
                    "hosts",
                    query.startsWith("metrics:") ? List.of() : TagSearch.hosts(catalog, part, call.nowMs()));
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    private Metric find(String name, String otherwise) {
        return catalog.find(name).orElseThrow(() -> RefusedCallException.notFound(otherwise));
    }
}
