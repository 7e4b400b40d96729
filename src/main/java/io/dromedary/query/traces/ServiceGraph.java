// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.traces;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.frame.Visualisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Services and who calls whom, as Grafana's node graph: a frame of nodes and one of edges. The ring of a node tells
 * which share of its spans failed. Confined to one answer.
 */
final class ServiceGraph {

    /** What was added up for a service or a call. */
    static final class Sums {
        private double spans;
        private double errors;
        private double millis;

        void add(double count, double failed, double totalMillis) {
            spans += count;
            errors += failed;
            millis += totalMillis;
        }

        private double mean() {
            return spans == 0 ? Double.NaN : millis / spans;
        }

        private double failedShare() {
            return spans == 0 ? 0 : Math.min(1, errors / spans);
        }
    }

    /** From one service to another. */
    record Call(String source, String target) {}

    private final Map<String, Sums> services = new LinkedHashMap<>();
    private final Map<Call, Sums> calls = new LinkedHashMap<>();

    /** Returns the sums of a service, which is part of the graph from now on. */
    Sums service(String name) {
        return services.computeIfAbsent(name, service -> new Sums());
    }

    /** Returns the sums of a call; both services are part of the graph from now on. */
    Sums call(String source, String target) {
        service(source);
        service(target);
        return calls.computeIfAbsent(new Call(source, target), call -> new Sums());
    }

    static ServiceGraph of(TraceReply trace) {
        var graph = new ServiceGraph();
        var byId = new LinkedHashMap<String, Span>();
        trace.spans().forEach(span -> byId.put(span.id(), span));
        for (var span : trace.spans()) {
            var failed = span.failed() ? 1 : 0;
            graph.service(span.service()).add(1, failed, span.durationMillis());
            var parent = span.parent() == null ? null : byId.get(span.parent());
            if (parent != null && !parent.service().equals(span.service())) {
                graph.call(parent.service(), span.service()).add(1, failed, span.durationMillis());
            }
        }
        return graph;
    }

    Set<String> names() {
        return Set.copyOf(services.keySet());
    }

    List<Frame> frames(String refId, String executed, List<Notice> notices) {
        return List.of(nodes(refId, executed, notices), edges(refId, executed));
    }

    private Frame nodes(String refId, String executed, List<Notice> notices) {
        var nodes = List.copyOf(services.entrySet());
        var fields = new ArrayList<Field>();
        fields.add(texts("id", nodes, Map.Entry::getKey));
        fields.add(texts("title", nodes, Map.Entry::getKey));
        fields.add(texts("subTitle", nodes, node -> node.getValue().spans == 0 ? "not traced" : ""));
        fields.add(numbers(
                "mainStat",
                named("Mean duration", "ms"),
                nodes,
                node -> node.getValue().mean()));
        fields.add(numbers("secondaryStat", named("Spans", "short"), nodes, node -> node.getValue().spans));
        fields.add(numbers(
                "arc__success",
                FieldConfig.colored("Success", "green"),
                nodes,
                node -> 1 - node.getValue().failedShare()));
        fields.add(numbers(
                "arc__errors",
                FieldConfig.colored("Errors", "red"),
                nodes,
                node -> node.getValue().failedShare()));
        fields.add(numbers("detail__errors", named("Errors", "short"), nodes, node -> node.getValue().errors));
        return new Frame("nodes", refId, meta(executed, notices), fields);
    }

    private Frame edges(String refId, String executed) {
        var edges = List.copyOf(calls.entrySet());
        var fields = new ArrayList<Field>();
        fields.add(texts(
                "id",
                edges,
                edge -> edge.getKey().source() + " \u2192 " + edge.getKey().target()));
        fields.add(texts("source", edges, edge -> edge.getKey().source()));
        fields.add(texts("target", edges, edge -> edge.getKey().target()));
        fields.add(numbers(
                "mainStat", named("Calls", "short"), edges, edge -> counted(edge.getValue(), edge.getValue().spans)));
        fields.add(numbers(
                "secondaryStat",
                named("Mean duration", "ms"),
                edges,
                edge -> edge.getValue().mean()));
        fields.add(numbers(
                "detail__errors",
                named("Errors", "short"),
                edges,
                edge -> counted(edge.getValue(), edge.getValue().errors)));
        return new Frame("edges", refId, meta(executed, List.of()), fields);
    }

    /** Returns nothing for calls that are known to be, but not counted. */
    private static double counted(Sums sums, double number) {
        return sums.spans == 0 ? Double.NaN : number;
    }

    private static FrameMeta meta(String executed, List<Notice> notices) {
        return new FrameMeta(FrameType.NONE, executed, notices, Visualisation.NODE_GRAPH);
    }

    private static FieldConfig named(String displayName, String unit) {
        return FieldConfig.series(displayName, unit, 0);
    }

    private static <T> Field texts(String name, List<T> rows, Function<T, String> text) {
        return Field.texts(name, new ArrayList<>(rows.stream().map(text).toList()));
    }

    private static <T> Field numbers(String name, FieldConfig config, List<T> rows, ToDoubleFunction<T> number) {
        return Field.of(
                name,
                config,
                new Column.Numbers(rows.stream().mapToDouble(number).toArray()));
    }
}
