// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Column;
import io.dromedary.frame.Field;
import io.dromedary.frame.FieldConfig;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.frame.Visualisation;
import io.dromedary.product.EventProduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as Grafana's {@code log-lines}: timestamp, body, severity, id, labels; and {@code trace_id}, which leads to
 * the trace, null where a line has none. Labels are named as in a search, so that a filter on one finds its lines:
 * {@code service}, tags by their key, {@code @http.method}.
 */
final class LogRows implements EventRows {

    private static final List<String> BODIES = List.of("message", "@message", "@msg", "@error.message", "@evt.name");
    private static final List<String> TRACES = EventProduct.LOGS
            .columns()
            .get(EventProduct.LOGS.columns().size() - 1)
            .names();

    /** Columns and references of a row. */
    private static final int ROW_BYTES = 200;

    private final EventLinks links;
    private final long fallbackTime;
    private final TimeRows times = new TimeRows();
    private final List<@Nullable String> bodies = new ArrayList<>();
    private final List<@Nullable String> levels = new ArrayList<>();
    private final List<@Nullable String> ids = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<@Nullable String> traces = new ArrayList<>();
    private long bytes;

    /** @param end of the window: the time of lines that have none, as each must have one */
    LogRows(EventLinks links, Instant end) {
        this.links = links;
        fallbackTime = EventTime.nanos(end);
    }

    @Override
    public void add(Event event) {
        var time = EventTime.nanos(event.first(EventProduct.LOGS.times()));
        var label = LogLabels.json(event);
        var body = event.first(BODIES);
        var trace = event.first(TRACES);
        times.add(time == EventTime.NONE ? fallbackTime : time);
        bodies.add(body == null ? label : body);
        levels.add(Severity.level(event.value("status")));
        ids.add(event.id());
        labels.add(label);
        traces.add(trace);
        bytes += ROW_BYTES + label.length() + (body == null ? 0 : body.length());
    }

    @Override
    public long sizeBytes() {
        return bytes;
    }

    @Override
    public Frame frame(String refId, String executed, List<Notice> notices) {
        var fields = new ArrayList<Field>();
        fields.add(times.field("timestamp"));
        fields.add(Field.of("body", FieldConfig.NONE, new Column.Texts(bodies, false)));
        fields.add(Field.texts("severity", levels));
        fields.add(Field.of("id", links.event(EventProduct.LOGS), new Column.Texts(ids)));
        fields.add(Field.of("labels", FieldConfig.NONE, new Column.Documents(labels)));
        fields.add(Field.of("trace_id", links.trace(), new Column.Texts(traces)));
        return new Frame("", refId, new FrameMeta(FrameType.LOG_LINES, executed, notices, Visualisation.LOGS), fields);
    }
}
