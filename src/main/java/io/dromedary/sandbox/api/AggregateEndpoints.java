// SPDX-License-Identifier: Apache-2.0
package io.dromedary.sandbox.api;

import io.dromedary.sandbox.events.Aggregate;
import io.dromedary.sandbox.events.Archive;
import io.dromedary.sandbox.events.Compute;
import io.dromedary.sandbox.events.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers made of events. Spans answer in another shape, and call {@code compute} what others call {@code computes}.
 */
final class AggregateEndpoints {

    private final Archive archive;

    AggregateEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> all() {
        return List.of(
                endpoint(Product.LOGS, "logs"),
                endpoint(Product.RUM, "rum"),
                endpoint(Product.CI_PIPELINES, "ci/pipelines"),
                endpoint(Product.CI_TESTS, "ci/tests"),
                endpoint(Product.SPANS, "spans"));
    }

    private Endpoint endpoint(Product product, String path) {
        return Endpoint.post(
                "/api/v2/" + path + "/analytics/aggregate",
                path.replace('/', '_') + "_aggregate",
                call -> aggregate(product, call));
    }

    private Json.Text aggregate(Product product, Call call) {
        var question = EventEndpoints.question(product, call.body());
        var filter = EventFilter.read(product, question.path("filter"), call.nowMs());
        var computes = AggregateReader.computes(question.path("compute"), filter.fromMs(), filter.toMs());
        var groups = AggregateReader.groups(question.path("group_by"), computes.get(0));
        var all = new Aggregate(product, filter.test(), filter.fromMs(), filter.toMs(), computes, groups)
                .rows(archive, call.nowMs());
        var page = AggregatePage.read(question.path("page"), all.size());
        var rows = all.subList(page.from(), page.to());
        return out -> {
            out.writeStartObject();
            out.writeFieldName("data");
            Tree.write(out, product == Product.SPANS ? spans(rows, computes) : buckets(rows, computes));
            out.writeObjectFieldStart("meta");
            EventMeta.write(out, product.ordinal() + 100, false);
            if (page.to() < all.size()) {
                out.writeObjectFieldStart("page");
                out.writeStringField("after", page.next());
                out.writeEndObject();
            }
            out.writeEndObject();
            out.writeEndObject();
        };
    }

    private static Map<String, @Nullable Object> buckets(List<Aggregate.Row> rows, List<Compute> computes) {
        var buckets = rows.stream()
                .map(row -> Tree.object("by", row.by(), "computes", values(row, computes)))
                .toList();
        return Tree.object("buckets", buckets);
    }

    private static List<Map<String, @Nullable Object>> spans(List<Aggregate.Row> rows, List<Compute> computes) {
        var buckets = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : rows) {
            var id = new UUID(row.by().hashCode(), buckets.size());
            var attributes = Tree.object("compute", values(row, computes), "by", row.by());
            buckets.add(Tree.object("type", "bucket", "id", id.toString(), "attributes", attributes));
        }
        return buckets;
    }

    private static Map<String, @Nullable Object> values(Aggregate.Row row, List<Compute> computes) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < computes.size(); i++) {
            var points = row.values().get(i);
            values.put(
                    "c" + i, computes.get(i).isTotal() ? number(points.getOrDefault(0L, Double.NaN)) : series(points));
        }
        return values;
    }

    private static List<Map<String, @Nullable Object>> series(SortedMap<Long, Double> points) {
        var series = new ArrayList<Map<String, @Nullable Object>>();
        points.forEach((begin, value) -> series.add(Tree.object("time", time(begin), "value", number(value))));
        return series;
    }

    /** With milliseconds, even when there are none: recording. */
    private static String time(long epochMs) {
        String text = Instant.ofEpochMilli(epochMs).toString();
        return text.length() == 20 ? text.replace("Z", ".000Z") : text;
    }

    /** Whole numbers without a fraction. */
    private static @Nullable Object number(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Object) (long) value : (Object) value;
    }
}
