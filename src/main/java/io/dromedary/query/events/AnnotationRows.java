// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.events;

import io.dromedary.frame.Field;
import io.dromedary.frame.Frame;
import io.dromedary.frame.FrameMeta;
import io.dromedary.frame.FrameType;
import io.dromedary.frame.Notice;
import io.dromedary.product.EventColumn;
import io.dromedary.product.EventProduct;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as Grafana's annotations: time, end where an event has a length, title, text, tags, id. */
final class AnnotationRows implements EventRows {

    private static final List<String> TITLES = List.of(
            "@title",
            "title",
            "resource_name",
            "@test.name",
            "@ci.job.name",
            "@ci.pipeline.name",
            "@evt.name",
            "@view.name",
            "service",
            "status");
    private static final List<String> TEXTS =
            List.of("message", "@message", "@error.message", "@ci.status", "@test.status", "status");

    /** Datadog's mark of a text in Markdown. */
    private static final String MARKDOWN = "%%%";

    private static final int MAX_TEXT = 4_000;
    private static final int ROW_BYTES = 250;

    private final EventProduct product;
    private final List<String> lengths;
    private final TimeRows times = new TimeRows();
    private final TimeRows ends = new TimeRows();
    private final List<@Nullable String> titles = new ArrayList<>();
    private final List<@Nullable String> texts = new ArrayList<>();
    private final List<@Nullable String> tags = new ArrayList<>();
    private final List<@Nullable String> ids = new ArrayList<>();
    private long bytes;

    AnnotationRows(EventProduct product) {
        this.product = product;
        lengths = product.columns().stream()
                .filter(column -> column.kind() == EventColumn.Kind.NANOS)
                .flatMap(column -> column.names().stream())
                .toList();
    }

    @Override
    public void add(Event event) {
        var time = EventTime.nanos(event.first(product.times()));
        if (time == EventTime.NONE) {
            return; // there is no place for it
        }
        var title = event.first(TITLES);
        var text = text(event.first(TEXTS));
        var joined = String.join(",", new LinkedHashSet<>(event.tags()));
        times.add(time);
        ends.add(end(time, event.first(lengths)));
        titles.add(title == null ? product.wireName() : title);
        texts.add(text);
        tags.add(joined);
        ids.add(event.id());
        bytes += ROW_BYTES + text.length() + joined.length();
    }

    private static String text(@Nullable String text) {
        var plain = text == null ? "" : text.replace(MARKDOWN, "").strip();
        return plain.length() <= MAX_TEXT ? plain : plain.substring(0, MAX_TEXT) + "\u2026";
    }

    /** @param length nanoseconds */
    private static long end(long time, @Nullable String length) {
        try {
            var nanos = length == null ? 0 : (long) Double.parseDouble(length);
            return nanos > 0 ? Math.addExact(time, nanos) : EventTime.NONE;
        } catch (ArithmeticException | NumberFormatException e) {
            return EventTime.NONE;
        }
    }

    @Override
    public long sizeBytes() {
        return bytes;
    }

    @Override
    public Frame frame(String refId, String executed, List<Notice> notices) {
        return new Frame(
                "",
                refId,
                FrameMeta.of(FrameType.TABLE, executed, notices),
                List.of(
                        times.field("time"),
                        ends.moments("timeEnd"),
                        Field.texts("title", titles),
                        Field.texts("text", texts),
                        Field.texts("tags", tags),
                        Field.texts("id", ids)));
    }
}
