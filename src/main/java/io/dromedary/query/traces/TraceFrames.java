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
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trace as Grafana's trace view takes it: a row for each span, fields as its own data sources have them. */
final class TraceFrames {

    private static final double UNSET = 0;
    private static final double ERROR = 2;

    private TraceFrames() {}

    static Frame waterfall(String refId, String executed, TraceReply trace) {
        var spans = trace.spans();
        var ids = spans.stream().map(Span::id).collect(Collectors.toUnmodifiableSet());
        Function<Span, Boolean> orphan = span -> span.parent() != null && !ids.contains(span.parent());
        var fields = new ArrayList<Field>();
        fields.add(texts("traceID", spans, Span::traceId));
        fields.add(texts("spanID", spans, Span::id));
        fields.add(texts("parentSpanID", spans, Span::parent));
        fields.add(texts("operationName", spans, span -> span.resource().isEmpty() ? span.name() : span.resource()));
        fields.add(texts("serviceName", spans, Span::service));
        fields.add(texts("kind", spans, span -> span.tag("span.kind")));
        fields.add(numbers("statusCode", spans, FieldConfig.NONE, span -> span.failed() ? ERROR : UNSET));
        fields.add(texts("statusMessage", spans, span -> span.failed() ? SpanJson.message(span) : ""));
        fields.add(documents("serviceTags", spans, SpanJson::serviceTags));
        fields.add(numbers("startTime", spans, FieldConfig.NONE, Span::startMillis));
        fields.add(numbers("duration", spans, FieldConfig.unit("ms"), Span::durationMillis));
        fields.add(documents("logs", spans, SpanJson::logs));
        fields.add(documents("references", spans, SpanJson::references));
        fields.add(documents("tags", spans, SpanJson::tags));
        fields.add(documents(
                "warnings",
                spans,
                span -> SpanJson.texts(
                        orphan.apply(span)
                                ? List.of("Its parent " + span.parent() + " is not in the trace")
                                : List.of())));
        fields.add(documents("stackTraces", spans, SpanJson::stackTraces));
        var orphans = spans.stream().filter(orphan::apply).count();
        var meta = new FrameMeta(FrameType.NONE, executed, notices(trace, orphans), Visualisation.TRACE);
        return new Frame("Trace", refId, meta, fields);
    }

    /** Returns what the user should know about a trace. */
    static List<Notice> notices(TraceReply trace, long orphans) {
        var notices = new ArrayList<Notice>();
        if (trace.spans().isEmpty()) {
            notices.add(Notice.info("Datadog has no spans of this trace"));
        }
        if (trace.truncated()) {
            notices.add(Notice.warning("The trace is too large: Datadog left spans out"));
        }
        if (orphans > 0) {
            notices.add(Notice.info(orphans + (orphans == 1 ? " span has a parent" : " spans have parents")
                    + " that Datadog did not keep; shown as roots"));
        }
        return notices;
    }

    private static Field texts(String name, List<Span> spans, Function<Span, @Nullable String> text) {
        var texts = new ArrayList<@Nullable String>(spans.size());
        spans.forEach(span -> texts.add(text.apply(span)));
        return Field.texts(name, texts);
    }

    private static Field documents(String name, List<Span> spans, Function<Span, String> json) {
        return Field.of(
                name,
                FieldConfig.NONE,
                new Column.Documents(spans.stream().map(json).toList()));
    }

    private static Field numbers(String name, List<Span> spans, FieldConfig config, ToDoubleFunction<Span> number) {
        return Field.of(
                name,
                config,
                new Column.Numbers(spans.stream().mapToDouble(number).toArray()));
    }
}
